import Type from 'typebox'
import { assumableRoleSchema } from './assumable-role.js'
import { crossAccountRoleSchema } from './cross-account-role.js'
import { groupSchema } from './group.js'
import { namedEntries, texts } from './keys.js'
import { boundarySchema } from './role-keys.js'
import { serviceRoleSchema } from './service-role.js'

const profileList = (what: string, example: string) =>
  Type.Optional(
    texts(Type.String({ minLength: 1, patternErrorMessage: 'the name of an entry' }), {
      description: `Names of the enabled ${what}. Without the list all are enabled, an empty list enables none.`,
      examples: [[example]],
    }),
  )

const profileSchema = Type.Object(
  {
    iam_groups: profileList('groups', 'data_scientists'),
    service_roles: profileList('service roles', 'sagemaker_execution'),
    assumable_roles: profileList('assumable roles', 'aml_engineer'),
    cross_account_roles: profileList('cross-account roles', 'deployment_role'),
  },
  {
    additionalProperties: false,
    description: 'What is enabled when `tier.version` is this one. Default: everything.',
    default: {},
    examples: [{ iam_groups: ['data_scientists'] }],
  },
)

const profilesSchema = Type.Object(
  {
    'startup-5': Type.Optional(profileSchema),
    'medium-10': Type.Optional(profileSchema),
    'enterprise-12': Type.Optional(profileSchema),
  },
  {
    additionalProperties: false,
    description:
      'By tier version, which entries are enabled. Profiles of other versions are only checked for names.',
    default: {},
    examples: [{ 'startup-5': { iam_groups: ['data_scientists'] } }],
  },
)

export const securitySchema = Type.Object(
  {
    security_model: Type.Optional(
      Type.Enum(['groups-only', 'roles-based'], {
        description: 'With groups-only there are no assumable roles.',
        default: 'roles-based',
        examples: ['roles-based'],
      }),
    ),
    group_policies: Type.Optional(
      Type.Enum(['managed', 'inline'], {
        description:
          'managed: each level is one customer managed policy, shared by all who use it. inline: every group and role holds its own copy, within the inline quotas.',
        default: 'managed',
        examples: ['managed'],
      }),
    ),
    permissions_boundary: Type.Optional(boundarySchema),
    security_profiles: Type.Optional(profilesSchema),
    iam_groups: namedEntries(groupSchema, {
      description: 'IAM groups by name.',
      examples: [{ data_scientists: { policy_assignments: { s3: 'level2' } } }],
    }),
    service_roles: namedEntries(serviceRoleSchema, {
      description: 'Roles that AWS services assume, by name.',
      examples: [{ sagemaker_execution: { service: 'sagemaker' } }],
    }),
    assumable_roles: Type.Optional(
      namedEntries(assumableRoleSchema, {
        description: 'Roles that people of the account assume, by name.',
        default: {},
        examples: [{ aml_engineer: { mirrors_group: 'ml_engineers', assumable_by: ['data_scientists'] } }],
      }),
    ),
    cross_account_roles: Type.Optional(
      namedEntries(crossAccountRoleSchema, {
        description: 'Roles for other accounts and for CI/CD, by name.',
        default: {},
        examples: [
          { deployment_role: { trusted_accounts: ['444455556666'], external_id: '7f3c9a52e1b84d06' } },
        ],
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'Who gets which access.',
    examples: [{ iam_groups: {}, service_roles: {} }],
  },
)
