interface KnownReason {
  readonly pattern: RegExp
  readonly hint: string | ((match: RegExpExecArray) => string)
}

/** What AWS says when a resource fails, and what to do about it. The first that fits counts. */
const knownReasons: readonly KnownReason[] = [
  {
    pattern: /already exists? in stack (arn:\S+:stack\/([^/\s]+)\S*)/i,
    hint: ([, , stackName]) =>
      `the stack "${stackName}" has a resource of this name; take it out of there, or give yours another name`,
  },
  {
    pattern: /already exists|EntityAlreadyExists|AlreadyExists\b|NAME_CONFLICT/i,
    hint: 'the name is taken by something that is not in this stack; delete, rename or import that, or give yours another name',
  },
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
    pattern: /bucket you tried to delete is not empty|BucketNotEmpty/i,
    hint: 'empty the bucket, its old versions included, then run the command again',
  },
  {
    pattern: /Cannot exceed quota for (\w+)(?:: (\d+))?/i,
    hint: ([, quota, limit]) =>
      `the quota ${quota}${limit ? ` of ${limit}` : ''} is used up; make room, or have it raised in Service Quotas`,
  },
  {
    pattern: /LimitExceeded|limit exceeded|quota/i,
    hint: 'a quota of the account is used up; make room, or have it raised in Service Quotas',
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
    pattern: /not authorized to perform:?\s+([\w-]+:\w+)/i,
    hint: ([, action]) =>
      `whoever deploys, or the stack's service role, may not call ${action}; have it allowed, and see whether a permissions boundary or an organisation's policy denies it`,
  },
  {
    pattern: /AccessDenied|Access Denied|not authorized|UnauthorizedOperation/i,
    hint: "whoever deploys, or the stack's service role, lacks a permission that this takes; have it allowed",
  },
  {
    pattern: /security token included in the request is (invalid|expired)|ExpiredToken|InvalidClientTokenId/i,
    hint: 'the credentials ended while CloudFormation worked; sign in again, then run the command again',
  },
  {
    pattern: /Requires capabilities\s*:?\s*(\[[^\]]*\])/i,
    hint: ([, capabilities]) => `the template takes the acknowledgement ${capabilities}, which was not sent`,
  },
  {
    pattern: /cannot update a stack when a custom-named resource requires replacing/i,
    hint: 'CloudFormation does not replace a resource that has a fixed name: undo the change that asks for it, rename the resource, or delete it first',
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
    pattern: /permissions? boundary.*(not exist|not found|NoSuchEntity)|NoSuchEntity|cannot be found/i,
    hint: 'something that the resource names does not exist; check its name or ARN',
  },
  {
    pattern: /Rate exceeded|Throttling|TooManyRequests|ConcurrentModification/i,
    hint: 'AWS slowed the calls down, since many were made at once; run the command again in a minute',
  },
]

/**
 * What to do about a reason of AWS. Give it as AWS wrote it: error codes stand in what `cleanReason` takes out.
 *
 * @returns Empty where the reason is not a known one.
 */
export function hintFor(reason: string): string {
  for (const { pattern, hint } of knownReasons) {
    const match = pattern.exec(reason)
    if (match) return typeof hint === 'string' ? hint : hint(match)
  }
  return ''
}
