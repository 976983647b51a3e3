import { hintAmong, type KnownReason } from '../../operation/known-reason.js'

/** What IAM says when one of its resources fails. The first that fits counts. */
const knownReasons: readonly KnownReason[] = [
  {
    pattern: /must remove users from group first/i,
    hint: 'take the members out of the group (aws iam remove-user-from-group), then run the command again',
  },
  {
    pattern: /must remove roles from instance profile first/i,
    hint: 'take the role out of its instance profiles (aws iam remove-role-from-instance-profile), then run the command again',
  },
  {
    pattern: /must detach all policies first|must delete policies first/i,
    hint: 'somebody attached policies that are not in this stack; detach or delete them, then run the command again',
  },
  {
    pattern: /Cannot delete a policy attached to entities/i,
    hint: 'the policy is attached to something outside of this stack; aws iam list-entities-for-policy names it; detach it, then run the command again',
  },
  {
    pattern: /DeleteConflict|Cannot delete entity/i,
    hint: 'something outside of this stack still uses the resource; detach it there, then run the command again',
  },
  {
    pattern: /Cannot exceed quota for (\w+)(?:: (\d+))?/i,
    hint: ([, quota, limit]) =>
      `the quota ${quota}${limit ? ` of ${limit}` : ''} is used up; make room, or have it raised in Service Quotas`,
  },
  {
    pattern: /Invalid principal in policy/i,
    hint: 'the principal that the policy names does not exist in its account (any more, or yet); check its ARN, and wait some seconds where it was only just made',
  },
  {
    pattern: /MalformedPolicyDocument|Syntax errors in policy|policy document (should|must|is)/i,
    hint: 'the policy document is not one that IAM takes; the message names the part',
  },
  {
    pattern: /does not exist or is not attachable/i,
    hint: 'check the ARN of the policy; it must be in this account or be one of AWS, and be attachable',
  },
  {
    pattern: /The (group|role|user) with name (\S+) cannot be found/i,
    hint: ([, kind = '']) =>
      `it is gone, or was deleted outside of the stack; make a ${kind.toLowerCase()} of this name again (aws iam create-${kind.toLowerCase()}), then run the command again`,
  },
  {
    pattern: /permissions? boundary.*(not exist|not found)|NoSuchEntity/i,
    hint: 'something that the resource names does not exist; check its name or ARN',
  },
]

/**
 * What to do about a reason of IAM; `hintFor` knows those that any stack may meet. Give it as AWS wrote it: error
 * codes stand in what `cleanReason` takes out.
 *
 * @returns Empty where the reason is not a known one of IAM.
 */
export function iamHintFor(reason: string): string {
  return hintAmong(knownReasons, reason)
}
