import { describe, expect, it } from 'vitest'
import { cleanReason } from './clean-reason.js'

describe('cleanReason', () => {
  it.each([
    {
      name: 'takes service, status and request id out',
      reason:
        'Role with name x already exists. (Service: AmazonIdentityManagement; Status Code: 409; Error Code: EntityAlreadyExists; Request ID: 6b0ab1ae; Proxy: null)',
      clean: 'Role with name x already exists.',
    },
    {
      name: 'takes the words around a handler message out',
      reason:
        'Resource handler returned message: "Cannot exceed quota for RolesPerAccount: 1000 (Service: Iam, Status Code: 409, Request ID: 1-2) (SDK Attempt Count: 1)" (RequestToken: 3-4, HandlerErrorCode: ServiceLimitExceeded)',
      clean: 'Cannot exceed quota for RolesPerAccount: 1000',
    },
    {
      name: 'keeps quotes within a handler message',
      reason:
        'Resource handler returned message: "Invalid principal in policy: "AWS":"arn:aws:iam::1:role/x"" (RequestToken: 3, HandlerErrorCode: InvalidRequest)',
      clean: 'Invalid principal in policy: "AWS":"arn:aws:iam::1:role/x"',
    },
    {
      name: 'mends the end of a rollback',
      reason: 'The following resource(s) failed to create: [A, B]. . Rollback requested by user.',
      clean: 'The following resource(s) failed to create: [A, B]. Rollback requested by user.',
    },
    { name: 'keeps other brackets', reason: 'the role (x) exists', clean: 'the role (x) exists' },
    { name: 'makes it one line', reason: 'one\n  two ', clean: 'one two' },
    { name: 'leaves an empty one empty', reason: '', clean: '' },
  ])('$name', ({ reason, clean }) => expect(cleanReason(reason)).toBe(clean))
})
