import type { TierName } from './tier.js'

/** What names are built from. */
export interface NameParts {
  readonly companyPrefix: string
  readonly env: string
  readonly tenantId: string
}

/** What a test deployment adds to every name, as a pattern of IAM: `-t` and six letters or digits. */
export const testSuffixPattern = '-t??????'
export const testSuffixCharacters = testSuffixPattern.length

/**
 * Longest names, in characters, before the test suffix.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html | IAM quotas}
 */
export const nameLimits = { role: 64, group: 128, policy: 128, stack: 128 } as const
export type NamedKind = keyof typeof nameLimits

/** `{company_prefix}-{env}-{tenant_id}`. */
export function prefixOf(parts: NameParts): string {
  return `${parts.companyPrefix}-${parts.env}-${parts.tenantId}`
}

/** `{prefix}-{region}-{tier}-sec`. */
export function stemOf(prefix: string, region: string, tier: TierName): string {
  return `${prefix}-${region}-${tier}-sec`
}

export function stackNameOf(stem: string): string {
  return `${stem}-stack`
}

/** `data_scientists` -> `data-scientists`. */
function hyphenated(configName: string): string {
  return configName.replaceAll('_', '-')
}

export function groupNameOf(prefix: string, configName: string): string {
  return `${prefix}-group-${hyphenated(configName)}`
}

/** Service roles and assumable roles. */
export function roleNameOf(prefix: string, configName: string): string {
  return `${prefix}-role-${hyphenated(configName)}`
}

export function crossAccountRoleNameOf(prefix: string, configName: string): string {
  return `${prefix}-xacct-${hyphenated(configName)}`
}

/** A managed policy, by the ending that is its own. */
export function policyNameOf(prefix: string, ending: string): string {
  return `${prefix}-policy-${ending}`
}

/** The managed policy of one level, or of one of its parts (from 1). */
export function levelPolicyNameOf(prefix: string, service: string, levelName: string, part?: number): string {
  return policyNameOf(prefix, inlinePolicyNameOf(service, levelName, part))
}

/** The same level as an inline policy, which needs no prefix. */
export function inlinePolicyNameOf(service: string, levelName: string, part?: number): string {
  return `${service}-${levelName}${part === undefined ? '' : `-${part}`}`
}

/** An entry's own statements, or one of their parts (from 1), as an inline policy. */
export function inlineOwnPolicyNameOf(part?: number): string {
  return part === undefined ? 'own' : `own-${part}`
}

/** Kinds of owners of own policies, as they appear in the policy's name. */
export type OwnerKind = 'group' | 'role' | 'xacct'

/** The managed policy of an entry's own statements, or of one of its parts (from 1). */
export function ownPolicyNameOf(prefix: string, owner: OwnerKind, configName: string, part?: number): string {
  return policyNameOf(prefix, `${owner}-${hyphenated(configName)}${part === undefined ? '' : `-${part}`}`)
}
