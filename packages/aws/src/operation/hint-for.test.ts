import { describe, expect, it } from 'vitest'
import { hintFor } from './hint-for.js'

describe('hintFor', () => {
  it.each([
    [
      'acme-role already exists in stack arn:aws:cloudformation:eu-central-1:1:stack/other-stack/0a1b',
      '"other-stack"',
    ],
    ["Resource of type 'AWS::IAM::Group' with identifier 'x' already exists.", 'the name is taken'],
    ['oops (Error Code: LimitExceeded)', 'Service Quotas'],
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
    ['Rate exceeded (Error Code: Throttling)', 'slowed the calls down'],
    ['The bucket you tried to delete is not empty', 'empty the bucket'],
    ['The parameter x cannot be found.', 'check its name or ARN'],
  ])('%s', (reason, words) => expect(hintFor(reason)).toContain(words))

  it.each([
    '',
    'Internal Failure',
    'Resource creation cancelled',
    'Cannot delete entity, must detach all policies first.',
    'Invalid principal in policy: "AWS":"arn:aws:iam::1:role/x"',
  ])('says nothing about %j', (reason) => expect(hintFor(reason)).toBe(''))
})
