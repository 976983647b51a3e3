import type { ProvisionerError } from '@sec/common'
import { accessIssueKinds as kinds } from '../../issues/access-issues.js'
import { awsError } from '../../issues/aws-error.js'
import type { CallContext, CallFailure } from './call-failure.js'

const timeouts = /^(TimeoutError|ETIMEDOUT|ESOCKETTIMEDOUT|RequestTimeout(Exception)?)$/
const tls = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO)/
const network =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EPROXY|UND_ERR_\w+|HPE_\w+|ERR_STREAM_PREMATURE_CLOSE)$/

/** Names failures on the way: no connection, no answer in time, or an answer that the service could not give. */
export function networkError({
  code,
  message,
  status,
  context,
  cause,
}: CallFailure): ProvisionerError | undefined {
  const { call, attempts } = context
  const host = hostOf(context)
  if (timeouts.test(code)) return awsError(kinds, 'AWS_TIMEOUT', { call, host, attempts }, { cause })
  if (status !== undefined && status >= 500) {
    return awsError(kinds, 'AWS_UNAVAILABLE', { call, status, attempts }, { cause })
  }
  const isTls = tls.test(code)
  if (!isTls && !network.test(code)) return undefined
  const reason = code === 'EPROXY' ? message : code
  return awsError(kinds, 'AWS_UNREACHABLE', { host, reason, isTls }, { cause })
}

/** The endpoint that was given, or AWS's own for the service, without a name and password. */
export function hostOf({ endpointUrl, call, region }: CallContext): string {
  if (endpointUrl && URL.canParse(endpointUrl)) return new URL(endpointUrl).host
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `${call.split(':')[0]}.${region}.${suffix}`
}
