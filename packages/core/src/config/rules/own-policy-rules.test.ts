import { expect, it } from 'vitest'
import { type Changes, issuesOf } from '../../../test/support/changed-config.js'

const arn = 'arn:aws:iam::111122223333:policy'
const level = 'acme-dev-x001-policy-s3-level2-project-buckets-only'
const code = 'POLICY_OF_THIS_STACK security.'
const named = (policy: string): Changes => ({ 'security.iam_groups.people.managed_policies': [policy] })

it.each<[string, Changes, string[]]>([
  [
    'a level as boundary, by name',
    { 'security.permissions_boundary': level },
    [`${code}permissions_boundary`],
  ],
  [
    'a level as boundary of one role, by ARN',
    { 'security.service_roles.worker.permissions_boundary': `${arn}/${level}` },
    [`${code}service_roles.worker.permissions_boundary`],
  ],
  [
    "an entry's own policy",
    named(`${arn}/acme-dev-x001-policy-group-people`),
    [`${code}iam_groups.people.managed_policies.0`],
  ],
  [
    'the same without regard to case',
    named(`${arn}/ACME-dev-x001-Policy-group-people`),
    [`${code}iam_groups.people.managed_policies.0`],
  ],
  ['a level by its bare name, once', named(level), [`${code}iam_groups.people.managed_policies.0`]],
  ['not a level that nobody uses', named(`${arn}/acme-dev-x001-policy-s3-level4-full`), []],
  ['not a policy below a path', named(`${arn}/team/${level}`), []],
  ['not a policy of another stack', { 'security.permissions_boundary': 'acme-ml-boundary' }, []],
  ['not a policy of AWS', { 'security.permissions_boundary': 'PowerUserAccess' }, []],
  [
    'not where the layout is inline',
    {
      'security.group_policies': 'inline',
      'security.iam_groups.engineers': { managed_policies: ['ReadOnlyAccess'] },
      'security.iam_groups.people.policy_assignments': undefined,
      'security.service_roles.worker.policy_assignments': { s3: 'level2' },
      'security.permissions_boundary': level,
    },
    [],
  ],
])('refuses %s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
