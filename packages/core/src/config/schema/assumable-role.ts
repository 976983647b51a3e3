import Type from 'typebox'
import { callersSchema } from './callers.js'
import { entryName, texts } from './keys.js'
import { permissionKeys } from './permission-keys.js'
import { boundarySchema, maxSessionSeconds } from './role-keys.js'

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
