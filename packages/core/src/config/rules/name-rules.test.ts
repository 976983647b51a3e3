import type { PolicyTemplate } from '@sec/policies'
import { describe, expect, it } from 'vitest'
import { type Changes, compileChanged, issuesOf } from '../../../test/support/changed-config.js'

const entry = { policy_assignments: { s3: 'level1' } }
const role = { ...entry, service: 'lambda' }
const group = (name: string): Changes => ({ [`security.iam_groups.${name}`]: entry })

/** 18 characters, and the longest environment: what the limit of the prefix is made for. */
const longest: Changes = { 'client.company_prefix': 'acme-machine-learn', 'environment.env': 'staging' }

describe('collisions', () => {
  it.each<[string, Changes, string[]]>([
    [
      'of two groups whose logical ids are one',
      { ...group('foo_1'), ...group('foo1') },
      ['NAME_COLLISION security.iam_groups.foo1'],
    ],
    [
      'of a service role and an assumable role',
      { 'security.service_roles.approver': role },
      ['NAME_COLLISION security.assumable_roles.approver'],
    ],
    [
      'and of their pass right, once',
      { 'security.service_roles.approver': { ...role, passable_by: ['approver'] } },
      ['NAME_COLLISION security.assumable_roles.approver'],
    ],
    ['none of a group and a role', { 'security.service_roles.engineers': role }, []],
    ['none of an assumable role and a cross-account role', { 'security.service_roles.partner': role }, []],
    [
      'none with a disabled entry',
      {
        ...group('foo_1'),
        ...group('foo1'),
        'security.security_profiles': { 'medium-10': { iam_groups: ['people', 'engineers', 'foo1'] } },
      },
      [],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))

  it('stand at the second in the text, whatever the kind', () => {
    const security = {
      assumable_roles: { releaser: { ...entry, assumable_by: ['people'] } },
      iam_groups: { people: { ...entry, assumable_roles: ['releaser'] } },
      service_roles: { releaser: role },
    }
    expect(issuesOf({ security })).toEqual(['NAME_COLLISION security.service_roles.releaser'])
  })
})

describe('parts of policies', () => {
  const parted = (...parts: (number | undefined)[]) => ({
    ...entry,
    statements: parts.map((part, index) => ({
      Sid: `S${index}`,
      ...(part !== undefined && { part }),
      Effect: 'Allow',
      Action: 's3:ListAllMyBuckets',
      Resource: '*',
    })),
  })
  const groups = (one: object, other: object): Changes => ({
    'security.iam_groups.x': one,
    'security.iam_groups.x1': other,
  })
  it.each<[string, Changes, string[]]>([
    [
      'a part and an entry whose name ends in its number collide',
      groups(parted(1, 2), parted(undefined)),
      ['NAME_COLLISION security.iam_groups.x1'],
    ],
    [
      'two parts of two entries do not',
      {
        ...groups(parted(1), entry),
        'security.iam_groups.x_1': undefined,
        'security.iam_groups.x1': parted(1),
      },
      [],
    ],
    [
      'a number that no part has does not',
      {
        ...groups(parted(1, 2), entry),
        'security.iam_groups.x1': undefined,
        'security.iam_groups.x3': parted(undefined),
      },
      [],
    ],
    ['an entry in parts leaves its plain name free', groups(parted(1, 2), parted(1, 2)), []],
    [
      'inline policies have names of their own',
      {
        ...groups(parted(1, 2), parted(undefined)),
        'security.group_policies': 'inline',
        'security.iam_groups.engineers.policy_assignments': undefined,
        'security.iam_groups.engineers.managed_policies': ['ReadOnlyAccess'],
      },
      [],
    ],
    [
      'a role that mirrors a group has the parts of the group',
      {
        'security.iam_groups.engineers': parted(1, 2),
        'security.service_roles.engineer2': { ...role, ...parted(undefined) },
      },
      ['NAME_COLLISION security.assumable_roles.engineer'],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(issuesOf(changes).filter((issue) => !issue.startsWith('QUOTA_'))).toEqual(expected)
  })

  it('collide between two levels in use', () => {
    const [statement] = parted(undefined).statements
    const level = (name: string, part: number | undefined): PolicyTemplate => ({
      service: 's3',
      level: name,
      name,
      summary: 'x',
      typicalUsers: [],
      file: `mine/s3/${name}.yaml`,
      statements: [{ ...statement, ...(part !== undefined && { part }) } as never],
    })
    const templates = [level('level1', 1), level('level1-1', undefined), level('level2', undefined)]
    const used = { 'security.iam_groups.people.policy_assignments': { s3: ['level1', 'level1-1'] } }
    const found = (changes: Changes) =>
      issuesOf(changes, { templates }).filter((issue) => issue.startsWith('NAME_'))
    expect(found({})).toEqual([])
    expect(found(used)).toEqual(['NAME_COLLISION security.iam_groups.people.policy_assignments.s3.1'])
  })
})

describe('lengths', () => {
  const named = (kind: string, characters: number, value: object): Changes => ({
    ...longest,
    [`security.${kind}.${'a'.repeat(characters)}`]: value,
  })
  const partner = {
    ...entry,
    trusted_principals: ['arn:aws:iam::444455556666:role/ci'],
    external_id: '0f3c9a52e1b84d06',
  }
  it.each<[string, Changes, string[]]>([
    [
      'sagemaker_execution fits the longest prefix exactly',
      { ...longest, 'security.service_roles.sagemaker_execution': role },
      [],
    ],
    ['a service role of 19 characters fits', named('service_roles', 19, role), []],
    [
      'a service role of 20 characters does not',
      named('service_roles', 20, role),
      [`NAME_TOO_LONG security.service_roles.${'a'.repeat(20)}`],
    ],
    [
      'a role that is far too long is told once',
      named('service_roles', 120, role),
      [`NAME_TOO_LONG security.service_roles.${'a'.repeat(120)}`],
    ],
    ['a group of 75 characters fits', named('iam_groups', 75, entry), []],
    [
      'a group of 83 characters does not',
      named('iam_groups', 83, entry),
      [`NAME_TOO_LONG security.iam_groups.${'a'.repeat(83)}`],
    ],
    [
      'a cross-account role of 18 characters fits',
      { ...named('cross_account_roles', 18, partner), 'security.cross_account_roles.partner': undefined },
      [],
    ],
    [
      'a cross-account role of 19 characters does not',
      { ...named('cross_account_roles', 19, partner), 'security.cross_account_roles.partner': undefined },
      [`NAME_TOO_LONG security.cross_account_roles.${'a'.repeat(19)}`],
    ],
    [
      'a prefix of 19 characters is refused',
      { 'client.company_prefix': 'acme-machine-learni' },
      ['TEXT_TOO_LONG client.company_prefix'],
    ],
  ])('%s', (_name, changes, expected) => expect(issuesOf(changes)).toEqual(expected))

  it('say by how much', () => {
    const { issues } = compileChanged(named('service_roles', 20, role))
    expect(issues.map(({ message, hint }) => [message.match(/\d+ characters/)?.[0], hint])).toEqual([
      ['65 characters', "shorten the entry's name by 1 character"],
    ])
  })
})

describe('the form of names', () => {
  it.each([
    ['data_scientists', []],
    ['a1', []],
    ['a_1', []],
    ['Data', ['NAME_MALFORMED security.iam_groups.Data']],
    ['data-scientists', ['NAME_MALFORMED security.iam_groups.data-scientists']],
    ['_data', ['NAME_MALFORMED security.iam_groups._data']],
    ['data_', ['NAME_MALFORMED security.iam_groups.data_']],
    ['data__x', ['NAME_MALFORMED security.iam_groups.data__x']],
    ['1st', ['NAME_MALFORMED security.iam_groups.1st']],
  ])('%s: %j', (name, expected) => expect(issuesOf(group(name))).toEqual(expected))
})

it('refuses an entry whose policy would have the name of a level', () => {
  const level = {
    service: 'group',
    level: 'level1',
    name: 'people',
    summary: 'x',
    typicalUsers: [],
    file: 'mine/group/people.yaml',
    statements: [],
  }
  const changes = { 'security.iam_groups.engineers.policy_assignments': { group: 'level1' } }
  const found = issuesOf(changes, { templates: [level] }).filter((issue) => issue.startsWith('NAME_'))
  expect(found).toEqual(['NAME_COLLISION security.iam_groups.people'])
})
