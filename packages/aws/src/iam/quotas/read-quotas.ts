import type { IamApi } from '../ports.js'

/** How many there are, and how many the account may have. */
export interface CountQuota {
  readonly used: number
  readonly allowed: number
}

/** What the account may have; what IAM's answer lacks is absent. */
export interface AccountQuotas {
  readonly groups?: CountQuota
  readonly roles?: CountQuota
  readonly policies?: CountQuota
  /** Versions of all customer managed policies together. */
  readonly policyVersions?: CountQuota
  readonly attachedPoliciesPerGroup?: number
  readonly attachedPoliciesPerRole?: number
  readonly versionsPerPolicy?: number
  /** Characters without white space, as are all sizes here. */
  readonly trustPolicyCharacters?: number
  readonly policyCharacters?: number
  /** Of all inline policies of one group together. */
  readonly groupInlineCharacters?: number
  /** Of all inline policies of one role together. */
  readonly roleInlineCharacters?: number
}

/** What the account has and may have. */
export async function readQuotas(api: Pick<IamApi, 'getAccountSummary'>): Promise<AccountQuotas> {
  return quotasOfSummary(await api.getAccountSummary())
}

/**
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html | GetAccountSummary}
 */
export function quotasOfSummary(summary: Readonly<Record<string, number>>): AccountQuotas {
  return {
    ...count('groups', summary.Groups, summary.GroupsQuota),
    ...count('roles', summary.Roles, summary.RolesQuota),
    ...count('policies', summary.Policies, summary.PoliciesQuota),
    ...count('policyVersions', summary.PolicyVersionsInUse, summary.PolicyVersionsInUseQuota),
    ...limit('attachedPoliciesPerGroup', summary.AttachedPoliciesPerGroupQuota),
    ...limit('attachedPoliciesPerRole', summary.AttachedPoliciesPerRoleQuota),
    ...limit('versionsPerPolicy', summary.VersionsPerPolicyQuota),
    ...limit('trustPolicyCharacters', summary.AssumeRolePolicySizeQuota),
    ...limit('policyCharacters', summary.PolicySizeQuota),
    ...limit('groupInlineCharacters', summary.GroupPolicySizeQuota),
    ...limit('roleInlineCharacters', summary.RolePolicySizeQuota),
  }
}

function count(name: keyof AccountQuotas, used?: number, allowed?: number): AccountQuotas {
  return used === undefined || allowed === undefined ? {} : { [name]: { used, allowed } }
}

function limit(name: keyof AccountQuotas, allowed?: number): AccountQuotas {
  return allowed === undefined ? {} : { [name]: allowed }
}
