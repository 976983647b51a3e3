import { describe, expect, it } from 'vitest'
import { type Changes, issuesOf } from '../../../test/support/changed-config.js'

const group = 'security.iam_groups.people.assumable_roles'
const role = 'security.assumable_roles.engineer'
const profile = (lists: object): Changes => ({ 'security.security_profiles': { 'medium-10': lists } })

describe('the handshake', () => {
  it.each<[string, Changes, string[]]>([
    ['is made by both sides', {}, []],
    [
      'fails where the group is silent',
      { [group]: ['approver'] },
      [`HANDSHAKE_GROUP_SILENT ${role}.assumable_by.0`],
    ],
    [
      'fails where the group has no list',
      { [group]: undefined },
      [
        `HANDSHAKE_GROUP_SILENT ${role}.assumable_by.0`,
        'HANDSHAKE_GROUP_SILENT security.assumable_roles.approver.assumable_by.0',
      ],
    ],
    [
      'fails where the role is silent',
      { 'security.iam_groups.engineers.assumable_roles': ['approver'] },
      ['HANDSHAKE_ROLE_SILENT security.iam_groups.engineers.assumable_roles.0'],
    ],
    [
      'is not judged where the list of the role is missing',
      { [`${role}.assumable_by`]: undefined },
      [`MISSING_KEY ${role}`],
    ],
    [
      'is not judged where the list of the role is empty',
      { [`${role}.assumable_by`]: [] },
      [`LIST_EMPTY ${role}.assumable_by`],
    ],
    [
      'is not judged where the list of the role is a text',
      { [`${role}.assumable_by`]: 'people' },
      [`WRONG_TYPE ${role}.assumable_by`],
    ],
    [
      'is not judged where the list of the group is misspelt',
      { [group]: undefined, 'security.iam_groups.people.asumable_roles': ['engineer', 'approver'] },
      ['UNKNOWN_KEY security.iam_groups.people.asumable_roles'],
    ],
    [
      'with a misspelt group fails once',
      { [`${role}.assumable_by`]: ['peoples'] },
      [`NAME_UNKNOWN ${role}.assumable_by.0`],
    ],
    ['with a misspelt role fails once', { [group]: ['enginer', 'approver'] }, [`NAME_UNKNOWN ${group}.0`]],
    [
      'with a disabled role is left out',
      profile({ assumable_roles: ['approver'] }),
      [`NAME_DISABLED ${group}.0`],
    ],
    [
      'with a disabled group is left out',
      { ...profile({ iam_groups: ['engineers'] }), 'security.service_roles.worker.passable_by': undefined },
      [
        `NAME_DISABLED ${role}.assumable_by.0`,
        'NAME_DISABLED security.assumable_roles.approver.assumable_by.0',
      ],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})

describe('mirrors_group', () => {
  it.each<[string, Changes, string[]]>([
    ['names a group', { [`${role}.mirrors_group`]: 'people' }, []],
    ['does not name a role', { [`${role}.mirrors_group`]: 'worker' }, [`NAME_UNKNOWN ${role}.mirrors_group`]],
    [
      'does not name a disabled group',
      profile({ iam_groups: ['people'] }),
      [`MIRROR_DISABLED ${role}.mirrors_group`],
    ],
    [
      'may name a disabled group in a disabled role',
      profile({ iam_groups: ['people'], assumable_roles: ['approver'] }),
      [`NAME_DISABLED ${group}.0`],
    ],
    ...['managed_policies', 'policy_assignments', 'statements'].map((key): [string, Changes, string[]] => [
      `has no ${key} beside it`,
      { [`${role}.${key}`]: key === 'policy_assignments' ? {} : [] },
      [`MIRROR_WITH_PERMISSIONS ${role}.${key}`],
    ]),
    [
      'is the second where it is written last',
      { [role]: { assumable_by: ['people'], statements: [], mirrors_group: 'engineers' } },
      [`MIRROR_WITH_PERMISSIONS ${role}.mirrors_group`],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})

describe('groups-only', () => {
  it.each<[string, Changes, string[]]>([
    [
      'takes no assumable roles',
      { 'security.security_model': 'groups-only' },
      ['GROUPS_ONLY security.security_model'],
    ],
    [
      'takes an empty section',
      { 'security.security_model': 'groups-only', 'security.assumable_roles': {}, [group]: undefined },
      [],
    ],
    [
      'takes no section',
      { 'security.security_model': 'groups-only', 'security.assumable_roles': undefined, [group]: undefined },
      [],
    ],
    [
      'is one error, whatever the lists say',
      {
        'security.security_model': 'groups-only',
        [group]: ['engineer'],
        'security.iam_groups.engineers.assumable_roles': ['nobody'],
      },
      ['GROUPS_ONLY security.security_model'],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))
})
