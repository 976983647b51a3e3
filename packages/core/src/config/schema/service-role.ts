import Type from 'typebox'
import { entryName, textOrTexts, texts } from './keys.js'
import { permissionKeys } from './permission-keys.js'
import { boundarySchema, maxSessionSeconds } from './role-keys.js'

export const serviceRoleSchema = Type.Object(
  {
    ...permissionKeys,
    service: textOrTexts(
      Type.String({
        pattern:
          '^(?:[a-z0-9-]+|(?:[a-z0-9-]+\\.)+(?:amazonaws\\.(?:com|com\\.cn|eu)|aws\\.internal|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov|csp\\.hci\\.ic\\.gov|cloud\\.adc-e\\.uk))$',
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
