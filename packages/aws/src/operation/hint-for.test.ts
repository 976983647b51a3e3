import { describe, expect, it } from 'vitest'
import { hintFor } from './hint-for.js'

describe('hintFor', () => {
  it.each([
    [
      'acme-role already exists in stack arn:aws:cloudformation:eu-central-1:1:stack/other-stack/0a1b',
      '"other-stack"',
    ],
    ["Resource of type 'AWS::IAM::Group' with identifier 'x' already exists.", 'the name is taken'],
    [
      'Cannot delete entity, must remove users from group first. (Error Code: DeleteConflict)',
      'take the members out',
    ],
    ['Cannot delete entity, must detach all policies first.', 'detach or delete them'],
    ['Cannot delete entity, must remove roles from instance profile first.', 'instance profiles'],
    ['Cannot delete a policy attached to entities.', 'list-entities-for-policy'],
    ['oops (Service: Iam; Error Code: DeleteConflict; Request ID: 1)', 'outside of this stack still uses'],
    ['Cannot exceed quota for RolesPerAccount: 1000', 'the quota RolesPerAccount of 1000 is used up'],
    ['Cannot exceed quota for PoliciesPerGroup', 'the quota PoliciesPerGroup is used up'],
    ['oops (Error Code: LimitExceeded)', 'Service Quotas'],
    ['Invalid principal in policy: "AWS":"arn:aws:iam::1:role/x"', 'check its ARN'],
    ['Syntax errors in policy. (Error Code: MalformedPolicyDocument)', 'not one that IAM takes'],
    [
      'User: arn:aws:iam::1:user/x is not authorized to perform: iam:CreateRole on resource: y',
      'iam:CreateRole',
    ],
    ['Access Denied (HandlerErrorCode: AccessDenied)', 'lacks a permission'],
    ['The security token included in the request is expired', 'sign in again'],
    ['Requires capabilities : [CAPABILITY_NAMED_IAM]', '[CAPABILITY_NAMED_IAM]'],
    [
      'CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename x and update the stack again.',
      'fixed name',
    ],
    ['Policy arn:aws:iam::1:policy/x does not exist or is not attachable.', 'check the ARN of the policy'],
    ['The group with name x cannot be found. (Error Code: NoSuchEntity)', 'aws iam create-group'],
    ['Rate exceeded (Error Code: Throttling)', 'slowed the calls down'],
    ['The bucket you tried to delete is not empty', 'empty the bucket'],
  ])('%s', (reason, words) => expect(hintFor(reason)).toContain(words))

  it.each(['', 'Internal Failure', 'Resource creation cancelled'])('says nothing about %j', (reason) =>
    expect(hintFor(reason)).toBe(''),
  )
})
