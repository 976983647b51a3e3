import { isProvisionerError, type ProvisionerError } from '@sec/common'
import { accessIssueKinds as kinds } from '../../issues/access-issues.js'
import { awsError } from '../../issues/aws-error.js'
import type { CallFailure } from './call-failure.js'
import { hostOf } from './network-errors.js'

/** How services say that they do not know an operation: of the query protocol, of JSON, and S3. */
const unknownOperation =
  /^(InvalidAction|UnknownOperation|NotImplemented|UnsupportedOperation|OperationNotSupported)(Exception)?$/

/** Names the failure of a call that the server does not know, as AWS-compatible ones may not. */
export function unsupportedError(failure: CallFailure): ProvisionerError | undefined {
  const { code, status, context, cause } = failure
  if (!isUnknown(failure)) return undefined
  const reason = unknownOperation.test(code) ? code : `HTTP ${status}`
  return awsError(kinds, 'AWS_UNSUPPORTED', { call: context.call, host: hostOf(context), reason }, { cause })
}

/** Every service of AWS gives a code and a request id, also with a fault of its own; who gives neither broke down. */
function isUnknown({ code, status, requestId }: CallFailure): boolean {
  if (unknownOperation.test(code) || status === 501) return true
  return status === 500 && code === 'UnknownError' && requestId === undefined
}

/** True where the server does not know the call; callers do without it where they can. */
export function isUnsupportedError(error: unknown): error is ProvisionerError {
  return isProvisionerError(error) && error.code === 'AWS_UNSUPPORTED'
}
