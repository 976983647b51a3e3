import type { ForeignPolicy, OwnPolicies, PrincipalName } from './obstacle.js'
import { without } from './without.js'

/** What was found on a group or role that the template did not put there. */
export function foreignPolicies(
  principal: PrincipalName,
  own: OwnPolicies,
  attachedArns: readonly string[] = [],
  inlineNames: readonly string[] = [],
): readonly ForeignPolicy[] {
  return [
    ...without(attachedArns, own.ownPolicyArns).map(
      (policyArn): ForeignPolicy => ({ kind: 'foreign-attachment', principal, policyArn }),
    ),
    ...without(inlineNames, own.ownInlineNames).map(
      (policyName): ForeignPolicy => ({ kind: 'foreign-inline', principal, policyName }),
    ),
  ]
}
