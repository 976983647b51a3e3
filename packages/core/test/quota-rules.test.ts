import { describe, expect, it } from 'vitest'
import { type Changes, compileChanged, issuesOf } from './support/changed-config.js'

const entry = { policy_assignments: { s3: 'level1' } }
const group = 'security.iam_groups.engineers'
const inline: Changes = { 'security.group_policies': 'inline' }

/** Of two ends it is the lower one: grows a text in a statement until the document has that many characters. */
function statementsOf(characters: number): object[] {
  const statement = (padding: number) => [
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: [`arn:aws:s3:::${'x'.repeat(padding)}`] },
  ]
  const empty = JSON.stringify({ Version: '2012-10-17', Statement: statement(0) }).length
  return statement(characters - empty)
}

const own = (path: string, characters: number, more: object = {}): Changes => ({
  [path]: { ...more, statements: statementsOf(characters) },
})

describe('sizes of documents', () => {
  const role = 'security.service_roles.solo'
  it.each<[string, Changes, string[]]>([
    ['a managed policy of 6,144 characters fits', own(group, 6144), []],
    [
      'a managed policy of 6,145 characters does not',
      own(group, 6145),
      [`QUOTA_MANAGED_POLICY_SIZE ${group}`],
    ],
    [
      'inline policies of a group of 5,120 characters fit',
      { ...inline, ...own(group, 5120), 'security.assumable_roles.engineer.mirrors_group': 'people' },
      [],
    ],
    [
      'inline policies of a group of 5,121 characters do not',
      { ...inline, ...own(group, 5121), 'security.assumable_roles.engineer.mirrors_group': 'people' },
      [`QUOTA_INLINE_SIZE ${group}`],
    ],
    [
      'inline policies of a role of 10,240 characters fit',
      { ...inline, ...own(role, 10_240, { service: 'lambda' }) },
      [],
    ],
    [
      'inline policies of a role of 10,241 characters do not',
      { ...inline, ...own(role, 10_241, { service: 'lambda' }) },
      [`QUOTA_INLINE_SIZE ${role}`],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))

  it('are told with the number found and the number allowed', () => {
    const { issues } = compileChanged({ ...inline, ...own(group, 5121) })
    expect(issues[0]?.message).toContain('5121 characters together, at most 5120')
  })
})

describe('trust policies', () => {
  const path = 'security.cross_account_roles.partner.trusted_principals'
  const principals = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `arn:aws:iam::444455556666:role/release-pipeline-${100 + index}`,
    )
  const raised = { 'deployment.quotas.trust_policy_characters': 4096 }
  it.each<[string, Changes, string[]]>([
    ['of few principals fit', { [path]: principals(20) }, []],
    ['of many principals do not', { [path]: principals(60) }, [`QUOTA_TRUST_POLICY_SIZE ${path}`]],
    ['of many principals fit a raised quota', { ...raised, [path]: principals(60) }, []],
    [
      'of very many do not fit that either',
      { ...raised, [path]: principals(90) },
      [`QUOTA_TRUST_POLICY_SIZE ${path}`],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})

describe('attached policies', () => {
  const names = [
    'ReadOnlyAccess',
    'SecurityAudit',
    'IAMReadOnlyAccess',
    'AmazonS3ReadOnlyAccess',
    'AmazonEC2ReadOnlyAccess',
    'AmazonSNSReadOnlyAccess',
    'AmazonSQSReadOnlyAccess',
    'AmazonRDSReadOnlyAccess',
    'AWSBillingReadOnlyAccess',
    'CloudWatchReadOnlyAccess',
    'CloudWatchLogsReadOnlyAccess',
  ]
  const ten = { managed_policies: names.slice(0, 10) }
  const eleven = { managed_policies: names }
  const role = 'security.service_roles.solo'
  const raised = { 'deployment.quotas.attached_policies_per_role': 20 }
  const free = { 'security.assumable_roles.engineer.mirrors_group': 'people' }
  it.each<[string, Changes, string[]]>([
    ['10 fit a group', { ...free, [group]: ten }, []],
    ['11 do not fit a group', { ...free, [group]: eleven }, [`QUOTA_ATTACHED_POLICIES ${group}`]],
    [
      '11 do not fit a group where the quota of roles is raised',
      { ...free, ...raised, [group]: eleven },
      [`QUOTA_ATTACHED_POLICIES ${group}`],
    ],
    ['10 fit a role', { [role]: { service: 'lambda', ...ten } }, []],
    [
      '11 do not fit a role',
      { [role]: { service: 'lambda', ...eleven } },
      [`QUOTA_ATTACHED_POLICIES ${role}`],
    ],
    ['11 fit a role with a raised quota', { ...raised, [role]: { service: 'lambda', ...eleven } }, []],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})

describe('counts', () => {
  const enterprise: Changes = {
    tier: { name: 'enterprise', version: 'enterprise-12' },
    'security.assumable_roles': undefined,
    'security.cross_account_roles': undefined,
    'security.service_roles': {},
  }
  const groups = (count: number) => ({
    'security.iam_groups': Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`g${index}`, entry]),
    ),
  })
  it.each<[string, Changes, string[]]>([
    // One policy is shared by all of them.
    ['200 outputs fit', groups(199), []],
    ['201 outputs do not', groups(200), ['QUOTA_OUTPUTS security']],
    [
      '301 groups are too many for an account',
      groups(301),
      ['QUOTA_OUTPUTS security', 'QUOTA_GROUPS security.iam_groups'],
    ],
    [
      '301 groups fit a raised quota',
      { ...groups(301), 'deployment.quotas.groups_per_account': 400 },
      ['QUOTA_OUTPUTS security'],
    ],
    [
      '501 resources are too many',
      { ...groups(500), 'deployment.quotas.groups_per_account': 500 },
      ['QUOTA_RESOURCES security', 'QUOTA_OUTPUTS security'],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf({ ...enterprise, ...changes })).toEqual(expected))
})

describe('tags', () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'x']))
  it.each<[string, object, string[]]>([
    ['50 fit', many(50), []],
    ['51 do not', many(51), ['TOO_MANY tags.key50']],
    ['a key of 128 characters fits', { ['k'.repeat(128)]: 'x' }, []],
    [
      'a key of 129 characters does not',
      { ['k'.repeat(129)]: 'x' },
      [`NAME_MALFORMED tags.${'k'.repeat(129)}`],
    ],
    ['a value of 256 characters fits', { a: 'v'.repeat(256) }, []],
    ['a value of 257 characters does not', { a: 'v'.repeat(257) }, ['TEXT_TOO_LONG tags.a']],
    ['an empty value fits', { a: '' }, []],
    ['letters of other languages fit', { Straße: 'Zürich 東京' }, []],
    ['the prefix of AWS does not', { 'aws:x': 'x' }, ['NAME_MALFORMED tags.aws:x']],
    ['nor in capitals', { 'AWS:x': 'x' }, ['NAME_MALFORMED tags.AWS:x']],
    ['awsome fits', { awsome: 'x' }, []],
    ['on and yes are texts', { a: 'on', b: 'yes' }, []],
  ])('%s', (_name, tags, expected) => expect(issuesOf({ tags })).toEqual(expected))
})
