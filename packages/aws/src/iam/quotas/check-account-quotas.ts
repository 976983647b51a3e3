import type { AccountQuotas, CountQuota } from './read-quotas.js'

/** What a deployment adds to the account; what it takes away is not counted against it. */
export interface QuotaDemand {
  /** New ones; so are roles and policies. */
  readonly groups: number
  readonly roles: number
  readonly policies: number
  /** Managed policies on the role that has the most. */
  readonly mostAttachedPerRole: number
  /** Without white space. */
  readonly largestTrustPolicyCharacters: number
}

/** A quota that a deployment would exceed. */
export interface QuotaFault {
  readonly quota:
    | 'groups'
    | 'roles'
    | 'policies'
    | 'policyVersions'
    | 'attachedPoliciesPerRole'
    | 'trustPolicyCharacters'
  /** What the account has; 0 where the quota is one of each role. */
  readonly found: number
  readonly adding: number
  readonly allowed: number
}

/** The quotas that would be exceeded. One that IAM did not tell is not judged. */
export function checkAccountQuotas(quotas: AccountQuotas, adding: QuotaDemand): readonly QuotaFault[] {
  const { attachedPoliciesPerRole, trustPolicyCharacters } = quotas
  return [
    ...check('groups', quotas.groups, adding.groups),
    ...check('roles', quotas.roles, adding.roles),
    ...check('policies', quotas.policies, adding.policies),
    ...check('policyVersions', quotas.policyVersions, adding.policies),
    ...check('attachedPoliciesPerRole', ofEach(attachedPoliciesPerRole), adding.mostAttachedPerRole),
    ...check('trustPolicyCharacters', ofEach(trustPolicyCharacters), adding.largestTrustPolicyCharacters),
  ]
}

function ofEach(allowed: number | undefined): CountQuota | undefined {
  return allowed === undefined ? undefined : { used: 0, allowed }
}

/** An account that is over its quota already is at fault only where something is added. */
function check(
  quota: QuotaFault['quota'],
  count: CountQuota | undefined,
  adding: number,
): readonly QuotaFault[] {
  if (count === undefined || adding <= 0 || count.used + adding <= count.allowed) return []
  return [{ quota, found: count.used, adding, allowed: count.allowed }]
}
