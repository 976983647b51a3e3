import { hintAmong, type KnownReason } from './known-reason.js'

/** What AWS says of a resource of any service. The first that fits counts. */
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
    pattern: /bucket you tried to delete is not empty|BucketNotEmpty/i,
    hint: 'empty the bucket, its old versions included, then run the command again',
  },
  {
    pattern: /LimitExceeded|limit exceeded|quota/i,
    hint: 'a quota of the account is used up; make room, or have it raised in Service Quotas',
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
    pattern: /cannot be found/i,
    hint: 'something that the resource names does not exist; check its name or ARN',
  },
  {
    pattern: /Rate exceeded|Throttling|TooManyRequests|ConcurrentModification/i,
    hint: 'AWS slowed the calls down, since many were made at once; run the command again in a minute',
  },
]

/**
 * What to do about a reason of AWS, whatever the stack is for. Give it as AWS wrote it: error codes stand in what
 * `cleanReason` takes out.
 *
 * @returns Empty where the reason is not a known one.
 */
export function hintFor(reason: string): string {
  return hintAmong(knownReasons, reason)
}
