import { iamLimits } from '../../limits/iam-limits.js'

/** The IAM quotas that AWS raises on request, by the keys of a config: default, highest value, and in words. */
export const raisableQuotas = {
  attached_policies_per_role: {
    ...iamLimits.attachedPoliciesPerRole,
    what: 'managed policies attached to one role',
  },
  trust_policy_characters: {
    ...iamLimits.trustPolicyCharacters,
    what: 'characters of a trust policy, white space not counted',
  },
  groups_per_account: { ...iamLimits.groupsPerAccount, what: 'groups in the account' },
} as const
