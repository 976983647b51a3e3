import Type from 'typebox'
import { texts } from './keys.js'

/** Which jobs of a CI system may assume a cross-account role. */
export const oidcSchema = Type.Object(
  {
    provider: Type.String({
      pattern: '^https://[a-z0-9.-]+(?:/[A-Za-z0-9._/-]+)?$',
      patternErrorMessage:
        'the https URL of an identity provider, without a port and without a slash at its end',
      description: 'URL of an OIDC provider that exists in the account.',
      examples: ['https://token.actions.githubusercontent.com'],
    }),
    audience: Type.String({
      minLength: 1,
      description: 'Audience of the token, tested exactly.',
      examples: ['sts.amazonaws.com'],
    }),
    subjects: texts(
      Type.String({
        minLength: 1,
        patternErrorMessage: 'a subject such as repo:ORG/REPO:ref:refs/heads/main',
      }),
      {
        minItems: 1,
        description: 'Subjects of the token. Exact; a `*` stands only after a complete repo:ORG/REPO:.',
        examples: [['repo:globalbank/models:environment:production']],
      },
    ),
    repository_id: Type.Optional(
      Type.String({
        pattern: '^[0-9]+$',
        patternErrorMessage: 'digits in quotes',
        description: 'Id of the repository, which survives its renaming. Default: not tested.',
        examples: ['123456789'],
      }),
    ),
    environment: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Environment of the job. Default: not tested.',
        examples: ['production'],
      }),
    ),
    job_workflow_ref: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'The only workflow that may ask. Default: not tested.',
        examples: ['globalbank/models/.github/workflows/deploy.yml@refs/heads/main'],
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'Trust for CI/CD through an existing OIDC provider.',
    examples: [
      {
        provider: 'https://token.actions.githubusercontent.com',
        audience: 'sts.amazonaws.com',
        subjects: ['repo:globalbank/models:ref:refs/heads/main'],
      },
    ],
  },
)
