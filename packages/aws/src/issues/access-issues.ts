import { issueKind } from '@sec/common'

const proxyAdvice = 'check the network, --region and --endpoint-url, and HTTPS_PROXY, HTTP_PROXY and NO_PROXY'
const otherProfile = 'use the credentials of that account, such as with --profile'

/** How the message of an explicit deny ends. */
export const explicitWords = ', by an explicit deny'

/** Everything between the tool and AWS's answer: credentials, the network, permissions, limits of AWS. */
export const accessIssueKinds = {
  AWS_NO_CREDENTIALS: issueKind<{ profile: string; reason: string }>({
    severity: 'error',
    meaning:
      'No AWS credentials were found: not in the environment, the shared files, SSO, a container or an instance.',
    message: ({ profile, reason }) =>
      `found no AWS credentials${profile && ` for the profile "${profile}"`}${reason && `: ${reason}`}`,
    hint: () => 'name a profile with --profile, or log in, such as with `aws sso login` or `aws configure`',
    sample: { profile: '', reason: 'Could not load credentials from any providers' },
  }),
  AWS_CREDENTIALS_EXPIRED: issueKind<{ profile: string }>({
    severity: 'error',
    meaning: 'The credentials were valid once and are no longer.',
    message: ({ profile }) =>
      `the AWS credentials${profile && ` of the profile "${profile}"`} have expired, expected valid ones`,
    hint: ({ profile }) =>
      profile
        ? `log in again, such as with \`aws sso login --profile ${profile}\`, and run the same command again`
        : 'get new credentials, and run the same command again',
    sample: { profile: 'prod-admin' },
  }),
  AWS_CREDENTIALS_REFUSED: issueKind<{ code: string; profile: string }>({
    severity: 'error',
    meaning: 'AWS does not know the access key, or the secret key does not fit it.',
    message: ({ code, profile }) =>
      `AWS does not accept the credentials${profile && ` of the profile "${profile}"`} (${code})`,
    hint: () => 'check that key id, secret and session token belong together, and that the key is active',
    sample: { code: 'InvalidClientTokenId', profile: '' },
  }),
  AWS_PROFILE_NOT_FOUND: issueKind<{ profile: string; files: string }>({
    severity: 'error',
    meaning: 'A profile was named, by --profile or AWS_PROFILE, that the shared files of AWS do not have.',
    message: ({ profile, files }) => `found no profile "${profile}" in ${files}`,
    hint: () => 'list the profiles with `aws configure list-profiles`, and correct --profile or AWS_PROFILE',
    sample: { profile: 'prod-admin', files: '/home/ann/.aws/config and /home/ann/.aws/credentials' },
  }),
  AWS_CLOCK_WRONG: issueKind<{ call: string }>({
    severity: 'error',
    meaning: 'The clock of this machine differs from that of AWS by more than AWS allows in a signature.',
    message: ({ call }) =>
      `AWS refused ${call}, since the clock of this machine differs too much from the clock of AWS`,
    hint: () => 'set the clock, such as by turning time synchronisation on, and run the same command again',
    sample: { call: 'sts:GetCallerIdentity' },
  }),
  AWS_WRONG_ACCOUNT: issueKind<{ found: string; expected: string; arn: string }>({
    severity: 'error',
    meaning: 'The credentials belong to another account than the one that is expected. Nothing was changed.',
    message: ({ found, expected, arn }) =>
      `the credentials belong to account ${found} (${arn}), expected account ${expected}`,
    hint: () => otherProfile,
    sample: { found: '210987654321', expected: '123456789012', arn: 'arn:aws:iam::210987654321:user/ann' },
  }),
  AWS_DENIED: issueKind<{ action: string; resource: string; isExplicit: boolean }>({
    severity: 'error',
    meaning: 'The credentials are valid, but do not permit an action that the command needs.',
    message: ({ action, resource, isExplicit }) =>
      `AWS denied ${action}${resource && ` on ${resource}`}${isExplicit ? explicitWords : ''}`,
    hint: ({ isExplicit }) =>
      isExplicit
        ? 'a policy, a permissions boundary or the organization forbids it; ask who administers the account'
        : 'have this action allowed for the caller',
    sample: {
      action: 'cloudformation:CreateChangeSet',
      resource: 'arn:aws:cloudformation:eu-central-1:123456789012:stack/edge/*',
      isExplicit: false,
    },
  }),
  AWS_THROTTLED: issueKind<{ call: string; attempts: number; seconds: number }>({
    severity: 'error',
    meaning: 'AWS kept asking for fewer requests, longer than the command waits.',
    message: ({ call, attempts, seconds }) =>
      `AWS throttled ${call} through ${attempts} attempts and ${seconds} s of waiting`,
    hint: () => 'something else in this account calls AWS a lot; run the same command again later',
    sample: { call: 'ssm:PutParameter', attempts: 8, seconds: 34 },
  }),
  AWS_QUOTA_FULL: issueKind<{ call: string; reason: string }>({
    severity: 'error',
    meaning: 'A quota of the account is used up.',
    message: ({ call, reason }) => `a quota of the account is used up, said ${call}: ${reason}`,
    hint: () => 'remove what is no longer needed, or ask for more in the console of Service Quotas',
    sample: { call: 'cloudformation:CreateChangeSet', reason: 'Stack limit exceeded' },
  }),
  AWS_UNREACHABLE: issueKind<{ host: string; reason: string; isTls: boolean }>({
    severity: 'error',
    meaning: 'No connection came about, or each was cut: a name, network, proxy or certificate is wrong.',
    message: ({ host, reason }) => `${host} cannot be reached (${reason})`,
    hint: ({ isTls }) =>
      isTls
        ? 'where a proxy opens TLS, give its certificates in the file that AWS_CA_BUNDLE names'
        : proxyAdvice,
    sample: { host: 'cloudformation.eu-central-1.amazonaws.com', reason: 'ENOTFOUND', isTls: false },
  }),
  AWS_TIMEOUT: issueKind<{ call: string; host: string; attempts: number }>({
    severity: 'error',
    meaning: 'Every attempt of a call ran out of time.',
    message: ({ call, host, attempts }) => `${host} did not answer ${call} in time, in ${attempts} attempts`,
    hint: () => `${proxyAdvice}; then run the same command again`,
    sample: { call: 'cloudformation:DescribeStacks', host: 'localhost:4566', attempts: 4 },
  }),
  AWS_UNAVAILABLE: issueKind<{ call: string; status: number; attempts: number }>({
    severity: 'error',
    meaning: 'The service answered every attempt of a call with a fault of its own.',
    message: ({ call, status, attempts }) =>
      `AWS answered ${call} with an internal fault (HTTP ${status}) in ${attempts} attempts`,
    hint: () => 'look at https://health.aws.amazon.com, and run the same command again later',
    sample: { call: 'cloudformation:DescribeStacks', status: 503, attempts: 8 },
  }),
  AWS_UNSUPPORTED: issueKind<{ call: string; host: string; reason: string }>({
    severity: 'error',
    meaning:
      'The server does not know an operation. AWS knows all that the tool calls; servers that act like AWS lack some.',
    message: ({ call, host, reason }) => `${host} does not know the operation ${call} (${reason})`,
    hint: () =>
      'where AWS itself is meant, check --endpoint-url and the AWS_ENDPOINT_URL variables; another server may lack it',
    sample: { call: 'cloudformation:DetectStackDrift', host: 'localhost:4566', reason: 'HTTP 501' },
  }),
  AWS_BUCKET_MISSING: issueKind<{ bucket: string }>({
    severity: 'error',
    meaning: 'The template bucket does not exist.',
    message: ({ bucket }) => `there is no bucket "${bucket}"`,
    hint: () => 'make the bucket, or correct its name',
    sample: { bucket: 'edge-templates' },
  }),
  AWS_BUCKET_ELSEWHERE: issueKind<{ bucket: string; found: string; expected: string }>({
    severity: 'error',
    meaning: 'The template bucket is in another region than the stack.',
    message: ({ bucket, found, expected }) =>
      `the bucket "${bucket}" is in ${found || 'another region'}, expected ${expected}`,
    hint: ({ expected }) => `name a bucket in ${expected}`,
    sample: { bucket: 'edge-templates', found: 'us-east-1', expected: 'eu-central-1' },
  }),
  AWS_BUCKET_OWNER: issueKind<{ call: string; bucket: string; expected: string }>({
    severity: 'error',
    meaning:
      'S3 refused access to the template bucket. It does so when the bucket belongs to another account than the one that is expected, and when the caller lacks the permission; it does not say which.',
    message: ({ call, bucket, expected }) =>
      `S3 refused ${call} on the bucket "${bucket}", expected one that account ${expected} owns and the caller may use`,
    hint: ({ call, expected }) =>
      `check that the bucket belongs to account ${expected}; if it does, have ${call} allowed for the caller`,
    sample: { call: 's3:PutObject', bucket: 'edge-templates', expected: '123456789012' },
  }),
  AWS_CHANGE_SET_GONE: issueKind<{ changeSet: string; code: string }>({
    severity: 'error',
    meaning:
      'The change set that was to be executed is gone or was executed by somebody else. Nothing was executed.',
    message: ({ changeSet, code }) => `the change set ${changeSet} cannot be executed any more (${code})`,
    hint: () => 'somebody else worked on the stack in the meantime; run the same command again',
    sample: {
      changeSet: 'arn:aws:cloudformation:eu-central-1:123456789012:changeSet/edge/1',
      code: 'ChangeSetNotFound',
    },
  }),
  AWS_OBJECTS_REMAIN: issueKind<{ bucket: string; keys: string; reason: string }>({
    severity: 'error',
    meaning: 'S3 did not delete some of the uploaded templates.',
    message: ({ bucket, keys, reason }) => `S3 did not delete ${keys} from the bucket "${bucket}": ${reason}`,
    hint: () => 'check the permission s3:DeleteObject and the bucket policy, and run the same command again',
    sample: { bucket: 'edge-templates', keys: 'edge/1.yaml', reason: 'AccessDenied' },
  }),
  AWS_CA_BUNDLE_UNREADABLE: issueKind<{ file: string }>({
    severity: 'error',
    meaning: 'AWS_CA_BUNDLE names a file of certificates that cannot be read.',
    message: ({ file }) => `the file that AWS_CA_BUNDLE names cannot be read: ${file}`,
    hint: () => 'correct AWS_CA_BUNDLE, or take it out of the environment',
    sample: { file: '/etc/ssl/company.pem' },
  }),
  AWS_REFUSED: issueKind<{ call: string; code: string; reason: string }>({
    severity: 'error',
    meaning: 'AWS refused a call for a reason that has no code of its own here.',
    message: ({ call, code, reason }) => `AWS refused ${call} (${code}): ${reason}`,
    hint: () => "AWS's own words say why; its error code can be searched for in the service's API reference",
    sample: { call: 'cloudformation:CreateChangeSet', code: 'ValidationError', reason: 'Template error' },
  }),
} as const
