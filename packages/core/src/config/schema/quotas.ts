/**
 * IAM quotas that AWS raises on request, with their default and highest value.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html | IAM quotas}
 */
export const raisableQuotas = {
  attached_policies_per_role: { default: 10, maximum: 25, what: 'managed policies attached to one role' },
  trust_policy_characters: {
    default: 2048,
    maximum: 8192,
    what: 'characters of a trust policy, white space not counted',
  },
  groups_per_account: { default: 300, maximum: 500, what: 'groups in the account' },
} as const
