import Type from 'typebox'
import { textOrTexts, texts } from './keys.js'
import { statementsSchema } from './statement.js'

/** A name of another entry; whether there is one is a rule, which knows the names and suggests the nearest. */
const entryName = Type.String({ minLength: 1, patternErrorMessage: 'the name of an entry' })

/**
 * Characters that IAM takes in a role's description.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html | CreateRole}
 */
const descriptionPattern = '^[\\t\\n\\r\\x20-\\x7E\\xA1-\\xFF]*$'

/** The four keys that every group and role takes. */
const permissionKeys = {
  description: Type.Optional(
    Type.String({
      pattern: descriptionPattern,
      maxLength: 1000,
      patternErrorMessage: 'a text in plain Latin letters (IAM takes no long dash, curly quote or emoji)',
      description: 'What the entry is for. A role carries it in IAM.',
      default: '',
      examples: ['Builds models and deploys them to endpoints that are not live.'],
    }),
  ),
  managed_policies: Type.Optional(
    texts(Type.String({ minLength: 1, patternErrorMessage: 'the name or the ARN of a managed policy' }), {
      description:
        'AWS managed policies by name (`job-function/SupportUser` with its path), or any managed policy by ARN.',
      default: [],
      examples: [['CloudWatchLogsReadOnlyAccess']],
    }),
  ),
  policy_assignments: Type.Optional(
    Type.Record(
      // Which services there are is a rule, which knows their names.
      Type.String({ pattern: '^[\\s\\S]*$' }),
      textOrTexts(Type.String({ minLength: 1, patternErrorMessage: 'a level such as level2' }), {
        description: 'A level of the service, or several.',
        examples: ['level2'],
      }),
      {
        additionalProperties: false,
        description: 'Service to level, or to a list of levels, of the policy templates.',
        default: {},
        examples: [{ s3: 'level2', sagemaker: ['level2', 'level1-prod'] }],
      },
    ),
  ),
  statements: Type.Optional(statementsSchema),
}

/** ARN or name of a managed policy that limits a role. */
export const boundarySchema = Type.String({
  pattern: '^(?:arn:[a-z-]+:iam::(?:[0-9]{12}|aws):policy/[\\w+=,.@/-]+|[\\w+=,.@/-]{1,128})$',
  patternErrorMessage: 'the ARN or the name of a managed policy',
  description: 'Permissions boundary: the ARN of a managed policy, or the name of one in this account.',
  examples: ['ml-boundary'],
})

const maxSessionSeconds = Type.Optional(
  Type.Integer({
    minimum: 3600,
    maximum: 43200,
    description: 'Longest session, in seconds: 3,600 to 43,200.',
    default: 3600,
    examples: [3600],
  }),
)

export const groupSchema = Type.Object(
  {
    ...permissionKeys,
    assumable_roles: Type.Optional(
      texts(entryName, {
        description:
          'Assumable roles that the members may assume. Each of them must name this group in `assumable_by`.',
        default: [],
        examples: [['aml_engineer']],
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'An IAM group.',
    examples: [{ policy_assignments: { s3: 'level1' } }],
  },
)

export const serviceRoleSchema = Type.Object(
  {
    ...permissionKeys,
    service: textOrTexts(
      Type.String({
        pattern: '^[a-z0-9-]+(?:\\.[a-z0-9-]+)*$',
        patternErrorMessage: 'a service principal such as sagemaker or sagemaker.amazonaws.com',
      }),
      {
        description: 'Service principal that assumes the role, or a list; short names are completed.',
        examples: ['sagemaker'],
      },
    ),
    max_session_seconds: maxSessionSeconds,
    permissions_boundary: Type.Optional(boundarySchema),
    passable_by: Type.Optional(
      texts(entryName, {
        description:
          'Groups, elevation roles, cross-account roles or service roles that may pass exactly this role to its service.',
        default: [],
        examples: [['data_scientists', 'ml_engineers']],
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'A role that an AWS service assumes.',
    examples: [{ service: 'sagemaker' }],
  },
)

const callersSchema = Type.Object(
  {
    users: Type.Optional(
      texts(Type.String({ pattern: '^[\\w+=,.@-]{1,64}$', patternErrorMessage: 'the name of an IAM user' }), {
        description: 'Names of the only IAM users that may assume the role. Default: every user.',
        examples: [['alice', 'bob']],
      }),
    ),
    path: Type.Optional(
      Type.String({
        pattern: '^/(?:[\\w+=,.@-]+/)*$',
        patternErrorMessage: 'a path that begins and ends in a slash',
        description: 'Only IAM users below this path. Default: every path.',
        examples: ['/ml/'],
      }),
    ),
    tag: Type.Optional(
      Type.Object(
        {
          key: Type.String({
            minLength: 1,
            maxLength: 128,
            description: 'Key of the principal tag.',
            examples: ['team'],
          }),
          value: Type.String({ maxLength: 256, description: 'Its value.', examples: ['ml'] }),
        },
        {
          additionalProperties: false,
          description:
            'Only callers with this principal tag. Whoever may change the tag may then assume the role.',
          examples: [{ key: 'team', value: 'ml' }],
        },
      ),
    ),
    roles: Type.Optional(
      texts(
        Type.String({
          pattern: '^arn:[a-z-]+:iam::[0-9]{12}:role/[\\w+=,.@/*?-]+$',
          patternErrorMessage: 'the ARN of a role, or a pattern of ARNs',
        }),
        {
          description:
            'Roles that may assume this one too, as ARNs or patterns, for people who are in no IAM group. Default: none.',
          default: [],
          examples: [['arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ml_*']],
        },
      ),
    ),
  },
  {
    additionalProperties: false,
    description:
      'Narrows the trust below all users of the account, or opens it to roles. Default: every IAM user, no role.',
    examples: [{ path: '/ml/' }],
  },
)

export const assumableRoleSchema = Type.Object(
  {
    ...permissionKeys,
    assumable_by: texts(entryName, {
      minItems: 1,
      description:
        'Groups whose members may assume the role. Each of them must name this role in `assumable_roles`.',
      examples: [['ml_engineers']],
    }),
    mirrors_group: Type.Optional(
      Type.String({
        minLength: 1,
        patternErrorMessage: 'the name of a group',
        description:
          'Group whose permissions the role carries. It then has none of its own. Default: an elevation role.',
        examples: ['ml_engineers'],
      }),
    ),
    callers: Type.Optional(callersSchema),
    require_mfa: Type.Optional(
      Type.Boolean({
        description:
          'Asks for MFA. Default: true for elevation roles, and for all when `environment.env` is prod.',
        examples: [true],
      }),
    ),
    mfa_max_age_seconds: Type.Optional(
      Type.Integer({
        minimum: 60,
        maximum: 129600,
        description: 'Seconds since MFA, at most; implies `require_mfa`. Default: no limit.',
        examples: [3600],
      }),
    ),
    max_session_seconds: maxSessionSeconds,
    require_source_identity: Type.Optional(
      Type.Boolean({
        description:
          'Callers set the source identity to their own user name. The role is then for API and CLI only.',
        default: false,
        examples: [true],
      }),
    ),
    permissions_boundary: Type.Optional(boundarySchema),
  },
  {
    additionalProperties: false,
    description: 'A role that people assume.',
    examples: [{ mirrors_group: 'ml_engineers', assumable_by: ['data_scientists'] }],
  },
)

const oidcSchema = Type.Object(
  {
    provider: Type.String({
      pattern: '^https://[a-z0-9.-]+(?:/[A-Za-z0-9._/-]+)?$',
      patternErrorMessage: 'the https URL of an identity provider',
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

export const crossAccountRoleSchema = Type.Object(
  {
    ...permissionKeys,
    trusted_accounts: Type.Optional(
      texts(Type.String({ pattern: '^[0-9]{12}$', patternErrorMessage: '12 digits in quotes' }), {
        minItems: 1,
        description: 'Accounts whose identities may assume the role. Narrow them with `principal_patterns`.',
        examples: [['444455556666']],
      }),
    ),
    trusted_principals: Type.Optional(
      texts(Type.String({ minLength: 1, patternErrorMessage: 'the exact ARN of a role' }), {
        minItems: 1,
        description: 'Exact ARNs of the roles that may assume the role.',
        examples: [['arn:aws:iam::444455556666:role/ci-deployer']],
      }),
    ),
    oidc: Type.Optional(oidcSchema),
    principal_patterns: Type.Optional(
      texts(Type.String({ minLength: 1, patternErrorMessage: 'a pattern of role ARNs' }), {
        minItems: 1,
        description:
          'Patterns of ARNs that narrow `trusted_accounts`. They survive the re-creation of a role. Default: none.',
        examples: [['arn:aws:iam::444455556666:role/ci-*']],
      }),
    ),
    external_id: Type.Optional(
      Type.String({
        description: 'External id that the caller sends: 16 characters or more. Default: none.',
        examples: ['7f3c9a52e1b84d06'],
      }),
    ),
    organization_id: Type.Optional(
      Type.String({
        pattern: '^o-[a-z0-9]{10,32}$',
        patternErrorMessage: 'the id of an organization, such as o-a1b2c3d4e5',
        description: 'Only callers of this organization. Default: not tested.',
        examples: ['o-a1b2c3d4e5'],
      }),
    ),
    session_tags: Type.Optional(
      texts(Type.String({ minLength: 1, maxLength: 128 }), {
        minItems: 1,
        maxItems: 50,
        description:
          'Keys of the session tags that a caller may send. Default: none, and `sts:TagSession` is not granted.',
        examples: [['project']],
      }),
    ),
    max_session_seconds: maxSessionSeconds,
    permissions_boundary: Type.Optional(boundarySchema),
  },
  {
    additionalProperties: false,
    description: 'A role for another account, or for CI/CD.',
    examples: [
      { trusted_principals: ['arn:aws:iam::444455556666:role/ci-deployer'], external_id: '7f3c9a52e1b84d06' },
    ],
  },
)
