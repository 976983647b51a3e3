import type { ProvisionerError } from '@sec/common'
import { accessIssueKinds as kinds } from '../../issues/access-issues.js'
import { awsError } from '../../issues/aws-error.js'
import type { CallFailure } from './call-failure.js'
import { namesAction } from './denied-errors.js'

const elsewhere = /^(PermanentRedirect|TemporaryRedirect|IllegalLocationConstraintException)$/

/** Names what is wrong with the bucket of an S3 call. */
export function bucketError(failure: CallFailure): ProvisionerError | undefined {
  const { context, cause, code, status, message } = failure
  const { place, call, region } = context
  if (!place) return undefined
  const { bucket, expectedBucketOwner: expected } = place
  if (code === 'NoSuchBucket') return awsError(kinds, 'AWS_BUCKET_MISSING', { bucket }, { cause })
  if (isElsewhere(failure)) {
    const found = failure.bucketRegion ?? ''
    return awsError(kinds, 'AWS_BUCKET_ELSEWHERE', { bucket, found, expected: region }, { cause })
  }
  // S3 names the permission when that is what is missing, and nothing when the owner is another.
  if (status !== 403 || namesAction(message)) return undefined
  return awsError(kinds, 'AWS_BUCKET_OWNER', { call, bucket, expected }, { cause })
}

function isElsewhere({ code, status, bucketRegion }: CallFailure): boolean {
  if (elsewhere.test(code) || status === 301 || status === 307) return true
  return code === 'AuthorizationHeaderMalformed' && bucketRegion !== undefined
}
