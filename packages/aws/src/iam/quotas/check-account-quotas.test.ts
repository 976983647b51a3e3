import { describe, expect, it } from 'vitest'
import { checkAccountQuotas, type QuotaDemand } from './check-account-quotas.js'
import { type AccountQuotas, quotasOfSummary } from './read-quotas.js'

const nothing: QuotaDemand = {
  groups: 0,
  roles: 0,
  policies: 0,
  mostAttachedPerRole: 0,
  largestTrustPolicyCharacters: 0,
}
const quotas: AccountQuotas = {
  groups: { used: 298, allowed: 300 },
  roles: { used: 1_000, allowed: 1_000 },
  policies: { used: 10, allowed: 1_500 },
  policyVersions: { used: 9_995, allowed: 10_000 },
  attachedPoliciesPerRole: 10,
  trustPolicyCharacters: 2_048,
}

describe('checkAccountQuotas', () => {
  it.each([
    { name: 'accepts what fits exactly', adding: { groups: 2 }, faults: [] },
    {
      name: 'refuses one group too many',
      adding: { groups: 3 },
      faults: [{ quota: 'groups', found: 298, adding: 3, allowed: 300 }],
    },
    { name: 'accepts a full account where nothing is added', adding: { roles: 0 }, faults: [] },
    { name: 'accepts fewer than before', adding: { roles: -2 }, faults: [] },
    {
      name: 'refuses a role in a full account',
      adding: { roles: 1 },
      faults: [{ quota: 'roles', found: 1_000, adding: 1, allowed: 1_000 }],
    },
    {
      name: 'counts a version for every policy',
      adding: { policies: 6 },
      faults: [{ quota: 'policyVersions', found: 9_995, adding: 6, allowed: 10_000 }],
    },
    { name: 'accepts ten attached policies', adding: { mostAttachedPerRole: 10 }, faults: [] },
    {
      name: 'refuses eleven',
      adding: { mostAttachedPerRole: 11 },
      faults: [{ quota: 'attachedPoliciesPerRole', found: 0, adding: 11, allowed: 10 }],
    },
    {
      name: 'refuses a trust policy that is too long',
      adding: { largestTrustPolicyCharacters: 2_049 },
      faults: [{ quota: 'trustPolicyCharacters', found: 0, adding: 2_049, allowed: 2_048 }],
    },
  ])('$name', ({ adding, faults }) => {
    expect(checkAccountQuotas(quotas, { ...nothing, ...adding })).toEqual(faults)
  })

  it('does not blame a deployment that adds nothing for an account that is over its quota', () => {
    expect(checkAccountQuotas({ groups: { used: 301, allowed: 300 } }, nothing)).toEqual([])
  })

  it('does not judge what IAM did not tell', () => {
    const many = { ...nothing, groups: 1e6, roles: 1e6, policies: 1e6, mostAttachedPerRole: 1e6 }
    expect(checkAccountQuotas(quotasOfSummary({ Groups: 3 }), many)).toEqual([])
  })
})

describe('quotasOfSummary', () => {
  it('takes each number from the key of IAM that holds it', () => {
    const summary = {
      ...{ Groups: 1, GroupsQuota: 2, Roles: 3, RolesQuota: 4, Policies: 5, PoliciesQuota: 6 },
      ...{ PolicyVersionsInUse: 7, PolicyVersionsInUseQuota: 8, AttachedPoliciesPerGroupQuota: 9 },
      ...{ AttachedPoliciesPerRoleQuota: 10, VersionsPerPolicyQuota: 11, AssumeRolePolicySizeQuota: 12 },
      ...{ PolicySizeQuota: 13, GroupPolicySizeQuota: 14, RolePolicySizeQuota: 15, Users: 99 },
    }
    expect(quotasOfSummary(summary)).toEqual({
      groups: { used: 1, allowed: 2 },
      roles: { used: 3, allowed: 4 },
      policies: { used: 5, allowed: 6 },
      policyVersions: { used: 7, allowed: 8 },
      attachedPoliciesPerGroup: 9,
      attachedPoliciesPerRole: 10,
      versionsPerPolicy: 11,
      trustPolicyCharacters: 12,
      policyCharacters: 13,
      groupInlineCharacters: 14,
      roleInlineCharacters: 15,
    })
  })
})
