import Type, { type Static } from 'typebox'
import type { TierName } from '../../names/tier.js'
import { deploymentSchema } from './deployment.js'
import { clientSchema, environmentSchema, tierSchema } from './identity.js'
import { textOrTexts } from './keys.js'
import { securitySchema } from './security.js'

/**
 * Key and value lengths, characters and the number of tags that IAM and CloudFormation take.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html | IAM, Tag}
 */
const tagsSchema = Type.Record(
  Type.String({ pattern: '^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}$' }),
  Type.String({
    pattern: '^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$',
    maxLength: 256,
    patternErrorMessage: 'a text of letters, digits, spaces and . : / = + - @ _',
    description: 'Value of the tag.',
    examples: ['ml'],
  }),
  {
    additionalProperties: false,
    maxProperties: 50,
    patternErrorMessage:
      'a tag key of at most 128 letters, digits, spaces and . : / = + - @ _, not starting with aws:',
    description: 'Tags of the stack and of every resource that takes tags, at most 50.',
    default: {},
    examples: [{ project: 'ml-platform', owner: 'platform-team' }],
  },
)

/**
 * The schema of a config. For one tier it is what editors and `schemas/` get; without a tier it is what the
 * program checks, which says in words of its own that name and version do not fit, or that a bucket is missing.
 */
export function secConfigSchema(tier?: TierName) {
  const needsBucket = tier !== undefined && tier !== 'startup'
  const deployment = deploymentSchema(needsBucket)
  return Type.Object(
    {
      extends: Type.Optional(
        textOrTexts(Type.String({ minLength: 1 }), {
          description:
            'Path of a config that this one is laid over, or a list: maps merge, everything else replaces.',
          examples: ['../base.yaml'],
        }),
      ),
      tier: tierSchema(tier),
      client: clientSchema,
      environment: environmentSchema,
      deployment: needsBucket ? deployment : Type.Optional(deployment),
      security: securitySchema,
      tags: Type.Optional(tagsSchema),
    },
    { additionalProperties: false },
  )
}

/** A config that the checks have passed, as people write it: optional keys may be absent. */
export type SecConfig = Omit<Static<ReturnType<typeof secConfigSchema>>, 'extends'>
