import Type from 'typebox'
import { entryName, texts } from './keys.js'
import { permissionKeys } from './permission-keys.js'

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
