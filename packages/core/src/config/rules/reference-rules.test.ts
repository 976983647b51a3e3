import { describe, expect, it } from 'vitest'
import { type Changes, issuesOf } from '../../../test/support/changed-config.js'

const profile = (lists: object): Changes => ({ 'security.security_profiles': { 'medium-10': lists } })
const passable = (...names: string[]): Changes => ({ 'security.service_roles.worker.passable_by': names })
const worker = 'security.service_roles.worker.passable_by'
const at = 'security.security_profiles'

describe('profiles', () => {
  it.each<[string, Changes, string[]]>([
    ['name what exists', profile({ iam_groups: ['people', 'engineers'] }), []],
    [
      'do not name what does not',
      profile({ service_roles: ['worker', 'people'] }),
      [`NAME_UNKNOWN ${at}.medium-10.service_roles.1`],
    ],
    [
      'of other tiers are checked for names alone',
      { 'security.security_profiles': { 'startup-5': { iam_groups: ['people', 'nobody'] } } },
      [`NAME_UNKNOWN ${at}.startup-5.iam_groups.1`],
    ],
    [
      'enable nothing by an empty list',
      profile({ assumable_roles: [] }),
      [
        'NAME_DISABLED security.iam_groups.people.assumable_roles.0',
        'NAME_DISABLED security.iam_groups.people.assumable_roles.1',
      ],
    ],
    [
      'that name a misspelt group have no consequences',
      profile({ iam_groups: ['peopel', 'engineers'] }),
      [`NAME_UNKNOWN ${at}.medium-10.iam_groups.0`],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})

describe('passable_by', () => {
  it.each<[string, Changes, string[]]>([
    ['names a group', passable('engineers'), []],
    ['names an elevation role', passable('approver'), []],
    ['names a cross-account role', passable('partner'), []],
    ['names a service role, itself too', passable('worker'), []],
    ['does not name a mirror role', passable('engineer'), [`PASSABLE_BY_MIRROR ${worker}.0`]],
    ['does not name nobody', passable('people', 'nobody'), [`NAME_UNKNOWN ${worker}.1`]],
    ['may be empty', passable(), []],
    ['may be absent', { [worker]: undefined }, []],
    [
      'is left out for a disabled group',
      {
        ...profile({ iam_groups: ['engineers'] }),
        ...passable('people'),
        'security.assumable_roles': undefined,
        'security.iam_groups.people.assumable_roles': undefined,
      },
      [`NAME_DISABLED ${worker}.0`],
    ],
    [
      'says nothing of a disabled group where the role is disabled too',
      {
        ...profile({ iam_groups: ['engineers'], service_roles: [] }),
        ...passable('people'),
        'security.assumable_roles': undefined,
        'security.iam_groups.people.assumable_roles': undefined,
      },
      [],
    ],
    [
      'is not clear where a group and a role have the name',
      { ...passable('approver'), 'security.iam_groups.approver': { policy_assignments: { s3: 'level1' } } },
      [`NAME_AMBIGUOUS ${worker}.0`],
    ],
    [
      'is not judged where the section of groups is no map',
      { 'security.iam_groups': ['people'], 'security.assumable_roles': undefined },
      ['WRONG_TYPE security.iam_groups'],
    ],
    [
      'is judged beside a faulty entry',
      { ...passable('nobody'), 'security.iam_groups.people.colour': 'blue' },
      ['UNKNOWN_KEY security.iam_groups.people.colour', `NAME_UNKNOWN ${worker}.0`],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})

describe('an entry whose name is misspelt', () => {
  const group = { policy_assignments: { s3: 'level1' }, assumable_roles: ['engineer', 'approver'] }
  it('is reported once, and not the lists that name it right', () => {
    const changes = {
      'security.iam_groups': { poeple: group, engineers: { policy_assignments: { s3: 'level2' } } },
    }
    expect(issuesOf(changes)).toEqual(['NAME_MISSPELT security.iam_groups.poeple'])
  })

  it('is believed where only one list names it otherwise', () => {
    const changes = { ...passable('people', 'enginers') }
    expect(issuesOf(changes)).toEqual([`NAME_UNKNOWN ${worker}.1`])
  })

  it('in other letters of the same word is reported for its form alone', () => {
    const changes = {
      'security.iam_groups': { People: group, engineers: { policy_assignments: { s3: 'level2' } } },
    }
    expect(issuesOf(changes)).toEqual(['NAME_MALFORMED security.iam_groups.People'])
  })
})
