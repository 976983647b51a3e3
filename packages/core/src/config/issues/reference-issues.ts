import { issueKind, suggestion } from '@sec/common'

/** Faults of names that point at other entries. */
export const referenceIssueKinds = {
  NAME_UNKNOWN: issueKind<{ name: string; what: string; known: readonly string[] }>({
    severity: 'error',
    meaning: 'A name points at an entry that the config does not have.',
    message: ({ name, what, known }) => `there is no ${what} "${name}"${suggestion(name, known)}`,
    hint: ({ what, known }) =>
      known.length > 0 ? `the config has: ${known.join(', ')}` : `the config has no ${what}`,
    sample: { name: 'ml_engineer', what: 'group', known: ['data_scientists', 'ml_engineers'] },
  }),
  NAME_DISABLED: issueKind<{ name: string; profile: string }>({
    severity: 'info',
    meaning: 'A name points at an entry that the active profile disables. The reference is left out.',
    message: ({ name, profile }) =>
      `"${name}" is disabled by the profile "${profile}", the reference is left out`,
    hint: ({ name }) => `enable ${name} in the profile, or take the reference out`,
    sample: { name: 'qa_testing', profile: 'medium-10' },
  }),
  MIRROR_DISABLED: issueKind<{ name: string; profile: string }>({
    severity: 'error',
    meaning: 'A role mirrors a group that the active profile disables.',
    message: ({ name, profile }) =>
      `the group "${name}" is disabled by the profile "${profile}" and cannot be mirrored`,
    hint: ({ name }) => `enable ${name} in the profile, or disable this role`,
    sample: { name: 'ml_engineers', profile: 'startup-5' },
  }),
  HANDSHAKE_ROLE_SILENT: issueKind<{ group: string; role: string }>({
    severity: 'error',
    meaning: 'A group names a role that its members may assume, but the role does not name the group.',
    message: ({ group, role }) =>
      `the group "${group}" names the role "${role}", but the role does not name the group`,
    hint: ({ group, role }) => `add "- ${group}" to security.assumable_roles.${role}.assumable_by`,
    sample: { group: 'data_scientists', role: 'aml_engineer' },
  }),
  HANDSHAKE_GROUP_SILENT: issueKind<{ group: string; role: string }>({
    severity: 'error',
    meaning: 'A role names a group that may assume it, but the group does not name the role.',
    message: ({ group, role }) =>
      `the role "${role}" names the group "${group}", but the group does not name the role`,
    hint: ({ group, role }) => `add "- ${role}" to security.iam_groups.${group}.assumable_roles`,
    sample: { group: 'data_scientists', role: 'aml_engineer' },
  }),
  PASSABLE_BY_MIRROR: issueKind<{ role: string; group: string }>({
    severity: 'error',
    meaning: '`passable_by` names a role that mirrors a group; it inherits what the group may pass.',
    message: ({ role, group }) => `the role "${role}" mirrors "${group}" and inherits what it may pass`,
    hint: ({ group }) => `name the group ${group} instead`,
    sample: { role: 'aml_engineer', group: 'ml_engineers' },
  }),
  NAME_AMBIGUOUS: issueKind<{ name: string; kinds: readonly string[] }>({
    severity: 'error',
    meaning: '`passable_by` names something that is both a group and a role.',
    message: ({ name, kinds }) => `"${name}" is the name of entries in ${kinds.join(' and ')}`,
    hint: () => 'rename one of them',
    sample: { name: 'deployer', kinds: ['iam_groups', 'assumable_roles'] },
  }),
  NAME_COLLISION: issueKind<{ what: string; name: string; other: string }>({
    severity: 'error',
    meaning:
      'Two entries would get the same name in the account, or the same logical id in the template. The issue stands at the second.',
    message: ({ what, name, other }) => `the ${what} "${name}" is taken by "${other}"`,
    hint: () => 'rename one of the two',
    sample: { what: 'logical id', name: 'GroupFoo1', other: 'foo_1' },
  }),
  NAME_TOO_LONG: issueKind<{ what: string; name: string; characters: number; limit: number }>({
    severity: 'error',
    meaning:
      'A name in the account would be longer than AWS takes, with the eight characters that a test deployment adds.',
    message: ({ what, name, characters, limit }) =>
      `the ${what} name "${name}" has ${characters} characters with the suffix of a test deployment, at most ${limit} are allowed`,
    hint: ({ characters, limit }) => `shorten the entry's name by ${characters - limit} characters`,
    sample: { what: 'role', name: 'globalbank-prod-c001-role-x', characters: 70, limit: 64 },
  }),
} as const
