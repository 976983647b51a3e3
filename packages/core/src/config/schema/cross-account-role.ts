import Type from 'typebox'
import { texts } from './keys.js'
import { oidcSchema } from './oidc.js'
import { permissionKeys } from './permission-keys.js'
import { boundarySchema, maxSessionSeconds } from './role-keys.js'

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
