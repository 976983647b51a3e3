/**
 * IAM's quotas, in characters without white space and in counts. Those that AWS raises have a default and a maximum.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html | IAM quotas}
 */
export const iamLimits = {
  managedPolicyCharacters: 6144,
  /** All inline policies of one principal, added together. */
  inlineCharacters: { group: 5120, role: 10_240, user: 2048 },
  trustPolicyCharacters: { default: 2048, maximum: 8192 },
  attachedPoliciesPerGroup: 10,
  attachedPoliciesPerUser: 10,
  attachedPoliciesPerRole: { default: 10, maximum: 25 },
  groupsPerAccount: { default: 300, maximum: 500 },
  /** Longest session of a role that can be set, and what AWS takes where none is. */
  sessionSeconds: { default: 3600, minimum: 3600, maximum: 43_200 },
} as const
