import { iamLimits } from '../../limits/iam-limits.js'

/** What AWS allows in a text. */
export interface TextRule {
  /** Characters, or UTF-8 bytes. */
  readonly limit: number
  readonly isBytes?: boolean
  readonly isFine?: (text: string) => boolean
  readonly expected: string
}

const matches = (pattern: RegExp) => (text: string) => pattern.test(text)

/** @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html | IAM quotas} */
const name = (limit: number): TextRule => ({
  limit,
  isFine: matches(/^[\w+=,.@-]+$/),
  expected: `1 to ${limit} letters, digits and "_+=,.@-"`,
})

const path: TextRule = {
  limit: 512,
  isFine: matches(/^\/([!-\x7f]*\/)?$/),
  expected: '"/", or a text that starts and ends with "/"',
}

/** @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html | CreatePolicy} */
const policyPath: TextRule = {
  limit: 512,
  isFine: matches(/^(\/[A-Za-z0-9.,+@=_-]+)*\/$/),
  expected: '"/", or a text that starts and ends with "/", of letters, digits and ".,+@=_-"',
}

/** @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html | CreateRole} */
const roleDescription: TextRule = {
  limit: 1000,
  isFine: matches(/^[\t\n\r\x20-\x7e\xa1-\xff]*$/),
  expected: 'characters of Latin-1 only (no long dashes, curly quotes or emoji)',
}

const policyArn: TextRule = {
  limit: 2048,
  isFine: matches(/^arn:[^:]+:iam::([0-9]{12}|aws):policy\/./),
  expected: 'the ARN of a managed policy',
}

/** Names are in parts, and neither these nor their first part start with `aws` or `ssm`. */
const parameterName: TextRule = {
  limit: 1011,
  isFine: (text) => {
    const depth = text.split('/').length - 1
    if (!/^[\w./-]+$/.test(text) || /^\/?(aws|ssm)/i.test(text)) return false
    return depth === 0 || (text.startsWith('/') && depth <= 15)
  },
  expected:
    'letters, digits and "_.-", "/" before each of at most 15 parts, and neither "aws" nor "ssm" at the start',
}

const { sessionSeconds } = iamLimits

const session: TextRule = {
  limit: 10,
  isFine: (text) => Number(text) >= sessionSeconds.minimum && Number(text) <= sessionSeconds.maximum,
  expected: `${sessionSeconds.minimum} to ${sessionSeconds.maximum} (seconds)`,
}

const status: TextRule = {
  limit: 10,
  isFine: matches(/^(Active|Inactive)$/),
  expected: 'Active or Inactive',
}

/** Values of advanced parameters; those of standard ones are half as long. */
const parameterValue: TextRule = { limit: 8192, isBytes: true, expected: 'at most 8192 bytes' }

/** @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html | Tags of IAM} */
const tagKey: TextRule = {
  limit: 128,
  isFine: (text) => text.length > 0 && !/^aws:/i.test(text),
  expected: '1 to 128 characters that do not start with "aws:"',
}

const rules: readonly (readonly [TextRule, readonly string[]])[] = [
  [name(64), ['AWS::IAM::Role.RoleName', 'AWS::IAM::User.UserName']],
  [
    name(128),
    [
      ...[
        'AWS::IAM::Group.GroupName',
        'AWS::IAM::ManagedPolicy.ManagedPolicyName',
        'AWS::IAM::Policy.PolicyName',
      ],
      ...[
        'AWS::IAM::GroupPolicy.PolicyName',
        'AWS::IAM::RolePolicy.PolicyName',
        'AWS::IAM::UserPolicy.PolicyName',
      ],
      ...[
        'AWS::IAM::InstanceProfile.InstanceProfileName',
        'AWS::IAM::ServerCertificate.ServerCertificateName',
      ],
      'an item of Policies.PolicyName',
    ],
  ],
  [name(226), ['AWS::IAM::VirtualMFADevice.VirtualMfaDeviceName']],
  [
    { limit: 128, isFine: matches(/^[\w.-]+$/), expected: '1 to 128 letters, digits and "_.-"' },
    ['AWS::IAM::SAMLProvider.Name'],
  ],
  [
    path,
    ['Role', 'Group', 'User', 'InstanceProfile', 'ServerCertificate', 'VirtualMFADevice'].map(
      (type) => `AWS::IAM::${type}.Path`,
    ),
  ],
  [policyPath, ['AWS::IAM::ManagedPolicy.Path']],
  [roleDescription, ['AWS::IAM::Role.Description', 'AWS::IAM::ServiceLinkedRole.Description']],
  [{ limit: 1000, expected: 'at most 1000 characters' }, ['AWS::IAM::ManagedPolicy.Description']],
  [
    policyArn,
    [
      ...['Role', 'Group', 'User'].map((type) => `AWS::IAM::${type}.ManagedPolicyArns[]`),
      ...['Role', 'User'].map((type) => `AWS::IAM::${type}.PermissionsBoundary`),
    ],
  ],
  [session, ['AWS::IAM::Role.MaxSessionDuration']],
  [status, ['AWS::IAM::AccessKey.Status']],
  [parameterName, ['AWS::SSM::Parameter.Name']],
  [parameterValue, ['AWS::SSM::Parameter.Value']],
  [{ limit: 1024, expected: 'at most 1024 characters' }, ['AWS::SSM::Parameter.Description']],
  [tagKey, ['a tag.Key']],
  [{ limit: 256, expected: 'at most 256 characters' }, ['a tag.Value']],
]

/** Type and property (or field) to its rule; `[]` behind the items of a list. */
export const textRules: ReadonlyMap<string, TextRule> = new Map(
  rules.flatMap(([rule, keys]) => keys.map((key) => [key, rule] as const)),
)

/** Lists whose items must be distinct. */
export const distinctLists: ReadonlySet<string> = new Set([
  ...['Role', 'Group', 'User'].map((type) => `AWS::IAM::${type}.ManagedPolicyArns`),
  ...['ManagedPolicy', 'Policy'].flatMap((type) =>
    ['Groups', 'Roles', 'Users'].map((property) => `AWS::IAM::${type}.${property}`),
  ),
  'AWS::IAM::User.Groups',
])

/** Lists that take fewer items than one may think. */
export const listLimits: ReadonlyMap<string, number> = new Map([
  ['AWS::IAM::InstanceProfile.Roles', 1],
  ['AWS::IAM::Role.Tags', 50],
  ['AWS::IAM::User.Tags', 50],
  ['AWS::IAM::OIDCProvider.Tags', 50],
  ['AWS::IAM::OIDCProvider.ThumbprintList', 5],
  ['AWS::IAM::OIDCProvider.ClientIdList', 100],
])
