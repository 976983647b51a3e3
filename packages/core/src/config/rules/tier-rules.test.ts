import { describe, expect, it } from 'vitest'
import { type Changes, compileChanged, issuesOf } from '../../../test/support/changed-config.js'

const entry = { policy_assignments: { s3: 'level1' } }
const groups = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`group_${index}`, entry]))
const serviceRoles = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`role_${index}`, { ...entry, service: 'lambda' }]),
  )

/** A config of groups and service roles alone. */
const plain: Changes = { 'security.assumable_roles': undefined, 'security.cross_account_roles': undefined }
const startup: Changes = { ...plain, tier: { name: 'startup', version: 'startup-5' } }
const enterprise: Changes = { ...plain, tier: { name: 'enterprise', version: 'enterprise-12' } }

it('finds nothing in the config that the tests change', () => expect(issuesOf({})).toEqual([]))

describe('the tier', () => {
  it.each<[string, Changes, string[]]>([
    ['takes its own version', { 'tier.version': 'medium-10' }, []],
    [
      'refuses the version of another',
      { 'tier.version': 'startup-5' },
      ['TIER_VERSION_MISMATCH tier.version'],
    ],
    ['refuses a misspelt version', { 'tier.version': 'medium10' }, ['NOT_ALLOWED tier.version']],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))

  it.each([
    ['medium-10', []],
    ['startup-5', ['TIER_PINNED tier.version']],
    ['medium', ['TIER_PIN_UNKNOWN tier.version']],
  ])('pinned to %s: %j', (tierPin, expected) => expect(issuesOf({}, { tierPin })).toEqual(expected))

  it('that contradicts itself is not held against a pin as well', () => {
    expect(issuesOf({ 'tier.version': 'startup-5' }, { tierPin: 'medium-10' })).toEqual([
      'TIER_VERSION_MISMATCH tier.version',
    ])
  })
})

describe('caps', () => {
  const lists = { 'security.service_roles.worker.passable_by': undefined }
  it.each<[string, Changes, string[]]>([
    ['take 5 groups in startup', { ...startup, ...lists, 'security.iam_groups': groups(5) }, []],
    [
      'refuse a 6th group in startup',
      { ...startup, ...lists, 'security.iam_groups': groups(8) },
      ['TIER_CAP security.iam_groups.group_5'],
    ],
    ['take 10 groups in medium', { ...plain, ...lists, 'security.iam_groups': groups(10) }, []],
    [
      'refuse an 11th group in medium',
      { ...plain, ...lists, 'security.iam_groups': groups(11) },
      ['TIER_CAP security.iam_groups.group_10'],
    ],
    ['are open in enterprise', { ...enterprise, ...lists, 'security.iam_groups': groups(40) }, []],
    [
      'take 4 service roles in startup',
      { ...startup, 'security.iam_groups.people': entry, 'security.service_roles': serviceRoles(4) },
      [],
    ],
    [
      'refuse a 5th service role in startup',
      { ...startup, 'security.iam_groups.people': entry, 'security.service_roles': serviceRoles(5) },
      ['TIER_CAP security.service_roles.role_4'],
    ],
    [
      'count what the profile enables',
      {
        ...startup,
        ...lists,
        'security.iam_groups': groups(8),
        'security.security_profiles': { 'startup-5': { iam_groups: ['group_7', 'group_1'] } },
      },
      [],
    ],
    [
      'do not count by a profile that cannot be read',
      {
        ...startup,
        ...lists,
        'security.iam_groups': groups(8),
        'security.security_profiles': { 'startup-5': { iam_groups: 'group_1' } },
      },
      ['WRONG_TYPE security.security_profiles.startup-5.iam_groups'],
    ],
  ])('%s', (_name, changes, expected) => {
    const people = changes['security.iam_groups.people']
      ? { 'security.iam_groups.people.assumable_roles': undefined }
      : {}
    expect(issuesOf({ ...changes, ...people })).toEqual(expected)
  })

  it('allow no cross-account role in startup, and say so', () => {
    const tier = { name: 'startup', version: 'startup-5' }
    const { issues } = compileChanged({
      tier,
      'security.assumable_roles.engineer': undefined,
      'security.iam_groups.people.assumable_roles': ['approver'],
    })
    expect(issues.map(({ message }) => message)).toEqual([
      '1 cross-account role is enabled, but the tier "startup" takes none',
    ])
  })
})

describe('the template bucket', () => {
  it.each<[string, Changes, string[]]>([
    ['may be a parameter', { 'deployment.template_bucket': 'ssm:/s3/acme/BucketName' }, []],
    ['is needed in medium', { 'deployment.template_bucket': undefined }, ['BUCKET_MISSING deployment']],
    ['is needed without a deployment too', { deployment: undefined }, ['BUCKET_MISSING ']],
    [
      'is needed in enterprise',
      { ...enterprise, 'security.iam_groups.people.assumable_roles': undefined, deployment: undefined },
      ['BUCKET_MISSING '],
    ],
    [
      'is not needed in startup',
      { ...startup, 'security.iam_groups.people.assumable_roles': undefined, deployment: undefined },
      [],
    ],
    [
      'has no dots',
      { 'deployment.template_bucket': 'acme.templates' },
      ['MALFORMED deployment.template_bucket'],
    ],
    [
      'is not missing where it is misspelt',
      { deployment: { bucket: 'acme-templates' } },
      ['UNKNOWN_KEY deployment.bucket'],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})

describe('the region', () => {
  const alone = { 'security.cross_account_roles': undefined }
  it.each([
    ['us-east-1', []],
    ['cn-north-1', []],
    ['us-gov-west-1', []],
    ['us-iso-east-1', []],
    ['eusc-de-east-1', []],
    ['us-west-9', ['REGION_UNKNOWN environment.region']],
    ['US-WEST-1', ['REGION_UNKNOWN environment.region']],
    ['', ['REGION_UNKNOWN environment.region']],
  ])('%s: %j', (region, expected) =>
    expect(issuesOf({ ...alone, 'environment.region': region })).toEqual(expected),
  )
})

it('refuses an estate in which nothing is enabled', () => {
  const empty = { iam_groups: [], service_roles: [], assumable_roles: [], cross_account_roles: [] }
  expect(issuesOf({ 'security.security_profiles': { 'medium-10': empty } })).toEqual([
    'NOTHING_ENABLED security',
  ])
})
