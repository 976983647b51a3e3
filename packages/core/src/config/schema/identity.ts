import Type from 'typebox'
import { regionNames } from '../../aws-data/regions.js'
import { type TierName, tierNames, tiers, tierVersions } from '../../names/tier.js'

/** The tier: its name and the version that belongs to it. One tier's schema takes only its own. */
export function tierSchema(tier?: TierName) {
  const names = tier ? [tier] : tierNames
  const versions = tier ? [tiers[tier].version] : tierVersions
  return Type.Object(
    {
      name: Type.Enum(names, {
        description: 'The tier: it chooses the schema and how many entries of each kind may be enabled.',
        examples: names,
      }),
      version: Type.Enum(versions, {
        description: 'The version of the tier; it also selects the active security profile.',
        examples: versions,
      }),
    },
    {
      additionalProperties: false,
      description: 'Which edition of the product this config is for.',
      examples: [{ name: names[0], version: versions[0] }],
    },
  )
}

export const clientSchema = Type.Object(
  {
    company_name: Type.String({
      minLength: 1,
      maxLength: 128,
      description: 'The company, as reports show it.',
      examples: ['GlobalBank'],
    }),
    company_prefix: Type.String({
      pattern: '^(?!.*-(?:dev|test|staging|prod)$)[a-z](?:-?[a-z0-9])*$',
      maxLength: 18,
      patternErrorMessage:
        'a text of lower-case letters, digits and single hyphens, starting with a letter, not ending in a hyphen or in -dev, -test, -staging or -prod',
      description:
        'First part of every name. At most 18 characters, so that every role name fits into 64. It may not end in -dev, -test, -staging or -prod: its name pattern would cover another company.',
      examples: ['globalbank'],
    }),
    account_id: Type.String({
      pattern: '^[0-9]{12}$',
      patternErrorMessage: '12 digits in quotes',
      description:
        'The AWS account that the stack goes to: 12 digits in quotes, since a leading zero is part of the id.',
      examples: ['111122223333'],
    }),
    tenant_id: Type.String({
      pattern: '^(?!(?:test|prod)$)[a-z0-9]{4}$',
      patternErrorMessage: 'four lower-case letters or digits in quotes, other than test and prod',
      description:
        'Which of the tenants in the account: four lower-case letters or digits, not test or prod.',
      examples: ['c001'],
    }),
  },
  {
    additionalProperties: false,
    description: 'Whose estate this is, and in which account.',
    examples: [
      {
        company_name: 'GlobalBank',
        company_prefix: 'globalbank',
        account_id: '111122223333',
        tenant_id: 'c001',
      },
    ],
  },
)

export const environmentSchema = Type.Object(
  {
    env: Type.Enum(['dev', 'test', 'staging', 'prod'], {
      description:
        'The environment; part of every name. In prod, roles ask for MFA and the stack is protected by default.',
      examples: ['prod'],
    }),
    region: Type.String({
      description: 'The region of the stack. The partition (aws, aws-cn, aws-us-gov, ...) follows from it.',
      examples: [...regionNames],
    }),
  },
  {
    additionalProperties: false,
    description: 'Which environment this is, and where.',
    examples: [{ env: 'prod', region: 'us-west-1' }],
  },
)
