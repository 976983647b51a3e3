import fc from 'fast-check'
import { statementLists } from './arbitrary-statements.js'
import { descriptions, tagValues } from './arbitrary-texts.js'

type Map = Readonly<Record<string, unknown>>

/** A config as a person would write it, with what a test needs to know of it. */
export interface ArbitraryConfig {
  readonly [section: string]: unknown
  readonly security: Readonly<Record<string, unknown>> & {
    readonly group_policies: 'managed' | 'inline'
    readonly iam_groups: Readonly<Record<string, Map>>
    readonly service_roles: Readonly<Record<string, Map>>
  }
}

/** Facts that stand nowhere else in the texts made here, so that a test can look for them. */
export const facts = { account_id: '098765432109', region: 'us-west-1', arnStart: 'arn:aws:' } as const

// Ends in a letter: the policies of parts end in a digit.
const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,5}(?:_[a-z0-9]{1,4})?[a-z]$/), {
  minLength: 8,
  maxLength: 8,
  selector: (name) => name.replaceAll('_', ''),
})

/** Levels that, all together, stay within the inline quota of a group. */
const assignments = fc.record(
  { s3: fc.constantFrom('level1', ['level1']), ecr: fc.constant('level1'), lambda: fc.constant('level1') },
  { requiredKeys: [] },
)
/** Several levels of a service, and a level in parts. */
const largeAssignments = fc.record(
  {
    s3: fc.constantFrom('level2', ['level2', 'level1']),
    sagemaker: fc.constant('level2'),
    ecr: fc.constant('level1'),
  },
  { requiredKeys: [] },
)

const permissions = (layout: 'managed' | 'inline') =>
  fc.record(
    {
      description: descriptions,
      managed_policies: fc.subarray([
        'SecurityAudit',
        `${facts.arnStart}iam::${facts.account_id}:policy/handmade`,
      ]),
      policy_assignments: layout === 'inline' ? assignments : fc.oneof(assignments, largeAssignments),
      statements: statementLists,
    },
    { requiredKeys: [] },
  )

const partner = `${facts.arnStart}iam::444455556666:role/release`
const crossAccountTrust = fc.constantFrom<Map>(
  { trusted_principals: [partner], external_id: '0123456789abcdef' },
  {
    trusted_accounts: ['444455556666'],
    principal_patterns: [`${partner}-*`],
    organization_id: 'o-a1b2c3d4e5',
    session_tags: ['on', 'project'],
  },
  {
    oidc: {
      provider: 'https://token.actions.githubusercontent.com',
      audience: 'sts.amazonaws.com',
      subjects: ['repo:techcorp/models:ref:refs/heads/main', 'repo:techcorp/models:ref:refs/tags/v*'],
    },
  },
)

const callers = fc.constantFrom<Map>(
  {},
  { callers: { users: ['alice'], path: '/ml/' }, mfa_max_age_seconds: 900 },
  { callers: { tag: { key: 'team', value: 'on' } }, require_source_identity: true },
  { callers: { roles: [`${facts.arnStart}iam::${facts.account_id}:role/sso/*`] }, require_mfa: false },
)

const boundaries = fc.constantFrom<Map>(
  {},
  { permissions_boundary: 'limit' },
  { permissions_boundary: `${facts.arnStart}iam::${facts.account_id}:policy/limit` },
)

const services = fc.constantFrom('sagemaker', 'lambda.amazonaws.com', ['glue', 'codebuild'], ['states'])

interface Draft {
  readonly layout: 'managed' | 'inline'
  readonly names: readonly string[]
  readonly entries: readonly Map[]
  readonly services: readonly unknown[]
  readonly passers: readonly boolean[]
  readonly callers: Map
  readonly trust: readonly Map[]
  readonly boundary: Map
  readonly tags: Map
}

const drafts = fc.constantFrom<'managed' | 'inline'>('managed', 'inline').chain((layout) =>
  fc.record<Draft>({
    layout: fc.constant(layout),
    names,
    entries: fc.array(permissions(layout), { minLength: 8, maxLength: 8 }),
    services: fc.array(services, { minLength: 2, maxLength: 2 }),
    passers: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    callers,
    trust: fc.array(crossAccountTrust, { minLength: 1, maxLength: 1 }),
    boundary: boundaries,
    tags: fc.dictionary(fc.constantFrom('on', 'project', '0123', 'a: b'), tagValues, { maxKeys: 3 }),
  }),
)

/** Three groups, two service roles, a mirror, an elevation role, a role for others: each with what a draft says. */
function toConfig(draft: Draft): ArbitraryConfig {
  const [a = '', b = '', c = '', jobs = '', more = '', mirror = '', elevated = '', other = ''] = draft.names
  const entry = (index: number) => draft.entries[index] ?? {}
  const passableBy = (from: number) =>
    [a, b, elevated, other, jobs, more].filter((_name, index) => draft.passers[from + index])
  return {
    tier: { name: 'enterprise', version: 'enterprise-12' },
    client: {
      company_name: 'TechCorp',
      company_prefix: 'techcorp',
      account_id: facts.account_id,
      tenant_id: '0e10',
    },
    environment: { env: 'dev', region: facts.region },
    deployment: { template_bucket: 'techcorp-templates' },
    security: {
      group_policies: draft.layout,
      ...draft.boundary,
      iam_groups: {
        [a]: { ...entry(0), assumable_roles: [elevated, mirror] },
        [b]: { ...entry(1), assumable_roles: [mirror] },
        [c]: entry(2),
      },
      service_roles: {
        [jobs]: { ...entry(3), service: draft.services[0], passable_by: passableBy(0) },
        [more]: { ...entry(4), service: draft.services[1], passable_by: passableBy(6) },
      },
      assumable_roles: {
        [mirror]: { mirrors_group: b, assumable_by: [b, a] },
        [elevated]: { ...entry(6), ...draft.callers, assumable_by: [a] },
      },
      cross_account_roles: { [other]: { ...entry(7), ...draft.trust[0] } },
    },
    tags: draft.tags,
  }
}

/** Small configs without errors, of every kind of entry. */
export const configs: fc.Arbitrary<ArbitraryConfig> = drafts.map(toConfig)

/** JSON is YAML; what is not ASCII is escaped, since a text file holds no control characters. */
export function toText(config: unknown): string {
  return JSON.stringify(config, undefined, 1).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
