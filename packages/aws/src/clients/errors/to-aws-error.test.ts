import { inspect } from 'node:util'
import { isProvisionerError, ProvisionerError } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { toAwsError } from './to-aws-error.js'

const place = { bucket: 'edge-templates', expectedBucketOwner: '123456789012' }
const context = {
  call: 'cloudformation:CreateChangeSet',
  attempts: 8,
  waitedMs: 34_200,
  region: 'eu-central-1',
  profile: undefined,
  endpointUrl: undefined,
  place: undefined,
  secrets: [] as readonly string[],
}
const s3 = { ...context, call: 's3:PutObject', place }

/** An error as the SDK throws it. */
function sdkError(name: string, message = 'text', status?: number, extra: Record<string, unknown> = {}) {
  const metadata = status === undefined ? {} : { $metadata: { httpStatusCode: status, requestId: 'r-1' } }
  return Object.assign(new Error(message), { name, ...metadata, ...extra })
}

/** An error as Node throws it; the SDK names all of them TimeoutError. */
const nodeError = (code: string, name = 'TimeoutError') => sdkError(name, code, undefined, { code })

/** An answer that neither AWS nor a server that acts like it gives. */
const pageOfNobody = { $metadata: { httpStatusCode: 500 } }

const denied = (text: string) =>
  sdkError(
    'AccessDenied',
    `User: arn:aws:iam::123456789012:user/ann is not authorized to perform: cloudformation:CreateChangeSet on resource: arn:aws:cloudformation:eu-central-1:123456789012:stack/edge/* ${text}`,
    403,
  )

describe('a failure of AWS', () => {
  it.each([
    { error: sdkError('CredentialsProviderError', 'Could not load'), code: 'AWS_NO_CREDENTIALS' },
    { error: sdkError('ExpiredToken', 'x', 400), code: 'AWS_CREDENTIALS_EXPIRED' },
    { error: sdkError('ExpiredTokenException', 'x', 400), code: 'AWS_CREDENTIALS_EXPIRED' },
    { error: sdkError('RequestExpired', 'x', 400), code: 'AWS_CREDENTIALS_EXPIRED' },
    {
      error: sdkError(
        'CredentialsProviderError',
        'The SSO session associated with this profile has expired.',
      ),
      code: 'AWS_CREDENTIALS_EXPIRED',
    },
    { error: sdkError('TokenProviderError', 'Token is expired.'), code: 'AWS_CREDENTIALS_EXPIRED' },
    { error: sdkError('InvalidClientTokenId', 'x', 403), code: 'AWS_CREDENTIALS_REFUSED' },
    { error: sdkError('UnrecognizedClientException', 'x', 400), code: 'AWS_CREDENTIALS_REFUSED' },
    { error: sdkError('InvalidAccessKeyId', 'x', 403), code: 'AWS_CREDENTIALS_REFUSED' },
    { error: sdkError('SignatureDoesNotMatch', 'does not match', 403), code: 'AWS_CREDENTIALS_REFUSED' },
    {
      error: sdkError('SignatureDoesNotMatch', 'Signature expired: 2026 is now earlier than 2027', 403),
      code: 'AWS_CLOCK_WRONG',
    },
    {
      error: sdkError('InvalidSignatureException', 'Signature not yet current: x', 400),
      code: 'AWS_CLOCK_WRONG',
    },
    { error: sdkError('RequestTimeTooSkewed', 'x', 403), code: 'AWS_CLOCK_WRONG' },
    { error: sdkError('AccessDenied', 'Access Denied', 403), code: 'AWS_DENIED' },
    { error: sdkError('AccessDeniedException', 'x', 400), code: 'AWS_DENIED' },
    { error: sdkError('UnauthorizedOperation', 'x', 403), code: 'AWS_DENIED' },
    { error: sdkError('Unknown', 'x', 403), code: 'AWS_DENIED' },
    { error: sdkError('ValidationError', 'S3 error: Access Denied\nFor more', 400), code: 'AWS_DENIED' },
    { error: sdkError('Throttling', 'Rate exceeded', 400), code: 'AWS_THROTTLED' },
    { error: sdkError('ThrottlingException', 'x', 400), code: 'AWS_THROTTLED' },
    { error: sdkError('TooManyUpdates', 'x', 400), code: 'AWS_THROTTLED' },
    { error: sdkError('SlowDown', 'x', 503), code: 'AWS_THROTTLED' },
    { error: sdkError('Unknown', 'x', 429), code: 'AWS_THROTTLED' },
    { error: sdkError('RequestLimitExceeded', 'x', 503), code: 'AWS_THROTTLED' },
    { error: sdkError('LimitExceeded', 'x', 409), code: 'AWS_QUOTA_FULL' },
    { error: sdkError('LimitExceededException', 'x', 400), code: 'AWS_QUOTA_FULL' },
    { error: sdkError('ServiceQuotaExceededException', 'x', 400), code: 'AWS_QUOTA_FULL' },
    { error: sdkError('ParameterLimitExceeded', 'x', 400), code: 'AWS_QUOTA_FULL' },
    { error: sdkError('InsufficientStackLimits', 'x', 400), code: 'AWS_QUOTA_FULL' },
    { error: nodeError('ECONNREFUSED'), code: 'AWS_UNREACHABLE' },
    { error: nodeError('ECONNRESET'), code: 'AWS_UNREACHABLE' },
    { error: nodeError('ENOTFOUND', 'Error'), code: 'AWS_UNREACHABLE' },
    { error: nodeError('EAI_AGAIN', 'Error'), code: 'AWS_UNREACHABLE' },
    { error: nodeError('CERT_HAS_EXPIRED', 'Error'), code: 'AWS_UNREACHABLE' },
    { error: nodeError('SELF_SIGNED_CERT_IN_CHAIN', 'Error'), code: 'AWS_UNREACHABLE' },
    { error: nodeError('ETIMEDOUT'), code: 'AWS_TIMEOUT' },
    { error: sdkError('TimeoutError'), code: 'AWS_TIMEOUT' },
    { error: sdkError('RequestTimeout', 'x', 400), code: 'AWS_TIMEOUT' },
    { error: sdkError('InternalFailure', 'x', 500), code: 'AWS_UNAVAILABLE' },
    { error: sdkError('ServiceUnavailable', 'x', 503), code: 'AWS_UNAVAILABLE' },
    { error: sdkError('Error', 'no XML', 502), code: 'AWS_UNAVAILABLE' },
    { error: sdkError('Error', 'no XML', 500), code: 'AWS_UNAVAILABLE' },
    { error: sdkError('Error', 'no XML', 500, pageOfNobody), code: 'AWS_UNSUPPORTED' },
    { error: sdkError('InternalFailure', 'not yet', 501), code: 'AWS_UNSUPPORTED' },
    { error: sdkError('InvalidAction', 'x', 400), code: 'AWS_UNSUPPORTED' },
    { error: sdkError('UnknownOperationException', 'x', 400), code: 'AWS_UNSUPPORTED' },
    { error: sdkError('ValidationError', 'Template error', 400), code: 'AWS_REFUSED' },
    { error: 'no error at all', code: 'AWS_REFUSED' },
  ])('$error.name ($error.message) is $code', ({ error, code }) =>
    expect(toAwsError(error, context)).toMatchObject({ code, kind: 'aws' }),
  )

  it.each([
    { error: sdkError('NoSuchBucket', 'x', 404), code: 'AWS_BUCKET_MISSING' },
    { error: sdkError('PermanentRedirect', 'x', 301), code: 'AWS_BUCKET_ELSEWHERE' },
    {
      error: sdkError('AuthorizationHeaderMalformed', 'x', 400, { Region: 'us-west-2' }),
      code: 'AWS_BUCKET_ELSEWHERE',
    },
    { error: sdkError('AuthorizationHeaderMalformed', 'x', 400), code: 'AWS_REFUSED' },
    { error: sdkError('AccessDenied', 'Access Denied', 403), code: 'AWS_BUCKET_OWNER' },
    {
      error: sdkError(
        'AccessDenied',
        'User: x is not authorized to perform: s3:PutObject on resource: "y"',
        403,
      ),
      code: 'AWS_DENIED',
    },
  ])('$error.name ($error.message) about a bucket is $code', ({ error, code }) =>
    expect(toAwsError(error, s3).code).toBe(code),
  )

  it('keeps what the SDK threw as its cause, in its class', () => {
    class Refused extends Error {}
    const error = Object.assign(new Refused('text'), {
      name: 'ValidationError',
      $metadata: { requestId: 'r-1' },
    })
    const { cause } = toAwsError(error, context)
    expect(cause).toBeInstanceOf(Refused)
    expect(cause).toMatchObject({ name: 'ValidationError', message: 'text', $metadata: { requestId: 'r-1' } })
    expect((cause as Error).stack).toBe(error.stack)
  })

  it('that is ours already stays as it is', () => {
    const ours = new ProvisionerError('file', 'AWS_CA_BUNDLE_UNREADABLE', 'text')
    expect(toAwsError(ours, context)).toBe(ours)
  })
})

describe('the words', () => {
  it.each([
    {
      name: 'name the action and the resource that AWS names',
      error: denied('because no identity-based policy allows the cloudformation:CreateChangeSet action'),
      message:
        'AWS denied cloudformation:CreateChangeSet on arn:aws:cloudformation:eu-central-1:123456789012:stack/edge/*',
      hint: 'have this action allowed for the caller',
    },
    {
      name: 'say when a policy forbids it',
      error: denied('with an explicit deny in a service control policy'),
      message:
        'AWS denied cloudformation:CreateChangeSet on arn:aws:cloudformation:eu-central-1:123456789012:stack/edge/*, by an explicit deny',
      hint: 'organization',
    },
    {
      name: 'name the call where AWS names nothing',
      error: sdkError('AccessDenied', 'Access Denied', 403),
      message: 'AWS denied cloudformation:CreateChangeSet',
      hint: 'have this action allowed for the caller',
    },
    {
      name: 'say how long it was waited',
      error: sdkError('Throttling', 'Rate exceeded', 400),
      message: 'AWS throttled cloudformation:CreateChangeSet through 8 attempts and 34 s of waiting',
      hint: 'later',
    },
    {
      name: 'name the host and the variables of proxies',
      error: nodeError('ENOTFOUND'),
      message: 'cloudformation.eu-central-1.amazonaws.com cannot be reached (ENOTFOUND)',
      hint: 'HTTPS_PROXY',
    },
    {
      name: "hold AWS's own where there is no code",
      error: sdkError('ValidationError', 'Template error', 400),
      message: 'AWS refused cloudformation:CreateChangeSet (ValidationError): Template error',
      hint: 'AWS',
    },
  ])('$name', ({ error, message, hint }) => {
    const made = toAwsError(error, context)
    expect(made.message).toBe(message)
    expect(made.hint).toContain(hint)
  })

  it('name the region that S3 names', () => {
    const error = sdkError('PermanentRedirect', 'x', 301, {
      $response: { headers: { 'x-amz-bucket-region': 'us-west-2' } },
    })
    expect(toAwsError(error, s3).message).toBe(
      'the bucket "edge-templates" is in us-west-2, expected eu-central-1',
    )
  })

  it('name the profile to log in with', () =>
    expect(toAwsError(sdkError('ExpiredToken'), { ...context, profile: 'prod' }).hint).toContain(
      'aws sso login --profile prod',
    ))
})

describe('secrets', () => {
  const secrets = ['canary-key-id', 'canary/secret+key', 'canary-session-token==']
  const leaks = [
    'the key canary-key-id, the secret canary/secret+key, the token canary-session-token==',
    "The Canonical String should have been 'GET\n/\n\nhost:x\nx-amz-security-token:Canary1other==\n\nhost'",
    'Authorization=AWS4-HMAC-SHA256 Credential=AKIACANARYCANARY1234/2026/x, Signature=canary0123',
    "Authorization header requires 'Credential' parameter. Authorization: canary-of-a-header x",
    'the key AKIACANARYCANARY1234 and ASIACANARYCANARY1234 are unknown',
    'Command failed: /bin/give --password canary',
    'connect to http://ann:canary@proxy:8080',
  ]
  const errors = [
    ['SignatureDoesNotMatch', 403],
    ['InvalidClientTokenId', 403],
    ['ExpiredToken', 400],
    ['AccessDenied', 403],
    ['ValidationError', 400],
    ['LimitExceeded', 409],
    ['Throttling', 400],
    ['InternalFailure', 500],
    ['CredentialsProviderError', undefined],
    ['ECONNREFUSED', undefined],
  ] as const

  it.each(errors)('of a %s are in no message, hint, stack or cause', (name, status) => {
    for (const leak of leaks) {
      const cause = sdkError('Inner', leak)
      const error = sdkError(name, leak, status, {
        AWSAccessKeyId: 'canary-key-id',
        CanonicalRequest: leak,
        StringToSign: leak,
        Error: { Message: leak },
        cause,
      })
      // As the SDK does it: nobody can take it off again.
      Object.defineProperty(error, '$response', { value: { headers: { authorization: leak } } })
      const made = toAwsError(error, { ...context, secrets })
      expect(isProvisionerError(made)).toBe(true)
      const shown = [made.message, made.hint, made.stack, (made.cause as Error).stack]
      expect(`${shown.join('\n')}\n${inspect(made, { depth: 9, showHidden: true })}`).not.toMatch(/canary/i)
    }
  })

  it('leave the rest of a message as it is', () =>
    expect(
      toAwsError(sdkError('ValidationError', 'Role a-b/c:d is bad'), { ...context, secrets }).message,
    ).toBe('AWS refused cloudformation:CreateChangeSet (ValidationError): Role a-b/c:d is bad'))
})
