import type { ProvisionerError } from '@sec/common'
import { accessIssueKinds as kinds } from '../../issues/access-issues.js'
import { awsError } from '../../issues/aws-error.js'
import type { CallFailure } from './call-failure.js'

const providers = /^(CredentialsProviderError|TokenProviderError|ProviderError)$/
const signatures = /^(SignatureDoesNotMatch|InvalidSignature)(Exception)?$/
const clocks = /^(RequestTimeTooSkewed|RequestInTheFuture)(Exception)?$/
const expired = /^(ExpiredToken|RequestExpired|TokenRefreshRequired|ExpiredTokenId)(Exception)?$/
const refused =
  /^(InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|InvalidToken|AuthFailure|IncompleteSignature|MissingAuthenticationToken|InvalidSecurity|NotSignedUp|OptInRequired)(Exception)?$/

/** Names failures to say who is asking: no credentials, or some that AWS does not take. */
export function credentialError(failure: CallFailure): ProvisionerError | undefined {
  const { code, message, cause, context } = failure
  const profile = context.profile ?? ''
  if (isClock(failure)) return awsError(kinds, 'AWS_CLOCK_WRONG', { call: context.call }, { cause })
  if (expired.test(code) || isExpiredLogin(failure)) {
    return awsError(kinds, 'AWS_CREDENTIALS_EXPIRED', { profile }, { cause })
  }
  if (refused.test(code) || signatures.test(code)) {
    return awsError(kinds, 'AWS_CREDENTIALS_REFUSED', { code, profile }, { cause })
  }
  if (!providers.test(code)) return undefined
  return awsError(kinds, 'AWS_NO_CREDENTIALS', { profile, reason: message }, { cause })
}

/** AWS tells a wrong clock from a wrong key only in its words. */
function isClock({ code, message }: CallFailure): boolean {
  return clocks.test(code) || (signatures.test(code) && /signature (expired|not yet current)/i.test(message))
}

/** What the SDK says of an SSO session or a token file that is past its time. */
function isExpiredLogin({ code, message }: CallFailure): boolean {
  const isLogin = providers.test(code) || /^(UnauthorizedException|InvalidGrantException)$/.test(code)
  return isLogin && /expired|sso login|aws login|session token not found or invalid/i.test(message)
}
