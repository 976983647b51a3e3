import { describe, expect, it } from 'vitest'
import { iamHintFor } from './iam-hint-for.js'

describe('iamHintFor', () => {
  it.each([
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
    ['Invalid principal in policy: "AWS":"arn:aws:iam::1:role/x"', 'check its ARN'],
    ['Syntax errors in policy. (Error Code: MalformedPolicyDocument)', 'not one that IAM takes'],
    ['Policy arn:aws:iam::1:policy/x does not exist or is not attachable.', 'check the ARN of the policy'],
    ['The group with name x cannot be found. (Error Code: NoSuchEntity)', 'aws iam create-group'],
    ['The permissions boundary arn:aws:iam::1:policy/x does not exist', 'check its name or ARN'],
    ['oops (Error Code: NoSuchEntity)', 'check its name or ARN'],
  ])('%s', (reason, words) => expect(iamHintFor(reason)).toContain(words))

  it.each(['', 'Internal Failure', 'Rate exceeded', 'Resource of type AWS::IAM::Group already exists.'])(
    'says nothing about %j',
    (reason) => expect(iamHintFor(reason)).toBe(''),
  )
})
