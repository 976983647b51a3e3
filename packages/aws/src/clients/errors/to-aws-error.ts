import { isProvisionerError, type ProvisionerError } from '@sec/common'
import { accessIssueKinds as kinds } from '../../issues/access-issues.js'
import { awsError } from '../../issues/aws-error.js'
import { bucketError } from './bucket-errors.js'
import type { CallContext, CallFailure } from './call-failure.js'
import { cleanError } from './clean-error.js'
import { credentialError } from './credential-errors.js'
import { deniedError } from './denied-errors.js'
import { bucketRegionOf, errorCodeOf, messageOf, requestIdOf, statusOf } from './error-facts.js'
import { networkError } from './network-errors.js'
import { redact } from './redact.js'
import { unsupportedError } from './unsupported-errors.js'

/** From the most telling to the least: the first that knows the failure gives it its name. */
const namers: readonly ((failure: CallFailure) => ProvisionerError | undefined)[] = [
  credentialError,
  bucketError,
  deniedError,
  limitError,
  unsupportedError,
  networkError,
]

/**
 * Turns what the SDK threw into our own error. No text of it, and none of its cause, holds a secret.
 *
 * @returns The error itself where it is ours already; else one of the codes of `accessIssueKinds`.
 */
export function toAwsError(error: unknown, context: CallContext): ProvisionerError {
  if (isProvisionerError(error)) return error
  const failure: CallFailure = {
    context,
    code: errorCodeOf(error),
    message: redact(messageOf(error), context.secrets),
    status: statusOf(error),
    requestId: requestIdOf(error),
    bucketRegion: bucketRegionOf(error),
    cause: cleanError(error, context.secrets),
  }
  for (const name of namers) {
    const named = name(failure)
    if (named) return named
  }
  const { call } = context
  return awsError(
    kinds,
    'AWS_REFUSED',
    { call, code: failure.code, reason: failure.message },
    { cause: failure.cause },
  )
}

const throttling =
  /^(Throttl|RequestThrottled|TooManyRequests|RequestLimitExceeded|SlowDown|PriorRequestNotComplete|ProvisionedThroughputExceeded|BandwidthLimitExceeded|EC2Throttled|TransactionInProgress|TooManyUpdates|ConcurrentModification|EntityTemporarilyUnmodifiable|OperationAborted)/
const quotas = /(LimitExceeded|QuotaExceeded|TooManyBuckets|InsufficientStackLimits)(Exception)?$/

function limitError({ code, message, status, context, cause }: CallFailure): ProvisionerError | undefined {
  const { call, attempts, waitedMs } = context
  if (throttling.test(code) || status === 429 || message.startsWith('Rate exceeded')) {
    return awsError(
      kinds,
      'AWS_THROTTLED',
      { call, attempts, seconds: Math.round(waitedMs / 1000) },
      { cause },
    )
  }
  if (quotas.test(code)) return awsError(kinds, 'AWS_QUOTA_FULL', { call, reason: message }, { cause })
  return undefined
}
