import type { IamEstate, IamManagedPolicy, IamPrincipal } from '@sec/common/iam'

/** What is attached to a group or role. */
export interface AttachedPolicies {
  /** Those of the estate, with their documents. */
  readonly own: readonly IamManagedPolicy[]
  /** ARNs of all others, AWS's or the account's, whose documents nobody has here. */
  readonly foreignArns: readonly string[]
}

export function attachedPolicies(
  { attachedPolicyArns }: IamPrincipal,
  { policies }: IamEstate,
): AttachedPolicies {
  const byArn = new Map(policies.map((policy) => [policy.arn, policy]))
  return {
    own: attachedPolicyArns.flatMap((arn) => byArn.get(arn) ?? []),
    foreignArns: attachedPolicyArns.filter((arn) => !byArn.has(arn)),
  }
}
