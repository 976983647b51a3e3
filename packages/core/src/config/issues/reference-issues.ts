import { counted, issueKind, suggestion } from '@sec/common'
import { candidatesAmong } from '../max-candidates.js'
import { kindWord, withArticle } from './words.js'

/** Names that a hint lists; with thousands of entries each of thousands of hints would list them all. */
const maxListed = 100

function beyond(count: number): string {
  return count > maxListed ? ` and ${count - maxListed} more` : ''
}

/** Faults of names that point at other entries. */
export const referenceIssueKinds = {
  NAME_UNKNOWN: issueKind<{ name: string; what: string; known: readonly string[]; isA?: string | undefined }>(
    {
      severity: 'error',
      meaning: 'A name points at an entry that the config does not have.',
      message: ({ name, what, known, isA }) =>
        `there is no ${what} "${name}"${isA === undefined ? suggestion(name, candidatesAmong(known)) : `: it is the name of ${withArticle(isA)}`}`,
      hint: ({ what, known }) =>
        known.length > 0
          ? `name one that the config has: ${known.slice(0, maxListed).join(', ')}${beyond(known.length)}`
          : `the config has no ${what}: add it, or take the name out`,
      sample: { name: 'ml_engineer', what: 'group', known: ['data_scientists', 'ml_engineers'] },
    },
  ),
  NAME_MISSPELT: issueKind<{ name: string; meant: string; what: string; references: readonly string[] }>({
    severity: 'error',
    meaning:
      'Nothing names this entry, but several lists name one that does not exist and is spelled almost alike. The names in the lists are not reported again.',
    message: ({ name, meant, what, references }) =>
      `the ${what} "${name}" is named nowhere, but "${meant}", which does not exist, is named ${references.length} times`,
    hint: ({ meant, references }) => `rename it to ${meant}, or correct ${references.join(', ')}`,
    sample: {
      name: 'ml_enginers',
      meant: 'ml_engineers',
      what: 'group',
      references: [
        'security.service_roles.lambda_execution.passable_by',
        'security.assumable_roles.aml_engineer.mirrors_group',
      ],
    },
  }),
  NAME_DISABLED: issueKind<{ name: string; profile: string }>({
    severity: 'info',
    meaning: 'A name points at an entry that the active profile disables. The reference is left out.',
    message: ({ name, profile }) =>
      `"${name}" is disabled by the profile "${profile}", so it is left out here`,
    hint: ({ name, profile }) =>
      `nothing to do if that is meant; else add ${name} to security.security_profiles.${profile}`,
    sample: { name: 'qa_testing', profile: 'medium-10' },
  }),
  MIRROR_DISABLED: issueKind<{ name: string; profile: string }>({
    severity: 'error',
    meaning: 'A role mirrors a group that the active profile disables.',
    message: ({ name, profile }) =>
      `the group "${name}" is disabled by the profile "${profile}" and cannot be mirrored`,
    hint: ({ name, profile }) =>
      `add ${name} to security.security_profiles.${profile}, or disable this role there too`,
    sample: { name: 'ml_engineers', profile: 'startup-5' },
  }),
  HANDSHAKE_ROLE_SILENT: issueKind<{ group: string; role: string }>({
    severity: 'error',
    meaning: 'A group names a role that its members may assume, but the role does not name the group.',
    message: ({ group, role }) =>
      `the group "${group}" may assume the role "${role}", but the role does not name the group in assumable_by`,
    hint: ({ group, role }) => `add "- ${group}" to security.assumable_roles.${role}.assumable_by`,
    sample: { group: 'data_scientists', role: 'aml_engineer' },
  }),
  HANDSHAKE_GROUP_SILENT: issueKind<{ group: string; role: string }>({
    severity: 'error',
    meaning: 'A role names a group that may assume it, but the group does not name the role.',
    message: ({ group, role }) =>
      `the role "${role}" is assumable by the group "${group}", but the group does not name the role in assumable_roles`,
    hint: ({ group, role }) => `add "- ${role}" to security.iam_groups.${group}.assumable_roles`,
    sample: { group: 'data_scientists', role: 'aml_engineer' },
  }),
  PASSABLE_BY_MIRROR: issueKind<{ role: string; group: string }>({
    severity: 'error',
    meaning: '`passable_by` names a role that mirrors a group; it inherits what the group may pass.',
    message: ({ role, group }) =>
      `the role "${role}" mirrors the group "${group}" and may pass what that group may pass`,
    hint: ({ role, group }) => `name ${group} instead of ${role}`,
    sample: { role: 'aml_engineer', group: 'ml_engineers' },
  }),
  NAME_AMBIGUOUS: issueKind<{ name: string; kinds: readonly string[] }>({
    severity: 'error',
    meaning: '`passable_by` names something that is the name of several entries, such as a group and a role.',
    message: ({ name, kinds }) =>
      `"${name}" is the name of ${kinds.map((kind) => withArticle(kindWord(kind))).join(' and of ')}, expected the name of one`,
    hint: ({ name }) => `rename one of the entries called ${name}`,
    sample: { name: 'deployer', kinds: ['iam_groups', 'assumable_roles'] },
  }),
  NAME_COLLISION: issueKind<{ what: string; name: string; other: string; part?: number | undefined }>({
    severity: 'error',
    meaning:
      'Two entries would get the same name in the account, or the same logical id in the template. The issue stands at the second.',
    message: ({ what, name, other, part }) =>
      `the ${what} "${name}" is taken already by ${part === undefined ? '' : `part ${part} of `}the ${other}`,
    hint: ({ other, part }) =>
      part === undefined
        ? `rename this entry or the ${other}: case, "_" and "-" do not tell names apart`
        : `rename this entry or the ${other}: the number of a part is the end of its policy's name`,
    sample: { what: 'logical id', name: 'GroupFoo1', other: 'group foo_1' },
  }),
  NAME_TOO_LONG: issueKind<{ what: string; name: string; characters: number; limit: number }>({
    severity: 'error',
    meaning:
      'A name in the account would be longer than AWS takes, with the eight characters that a test deployment adds.',
    message: ({ what, name, characters, limit }) =>
      `the ${what} name "${name}" has ${characters} characters together with the suffix of a test deployment, at most ${limit} are allowed`,
    hint: ({ characters, limit }) =>
      `shorten the entry's name by ${counted(characters - limit, 'character')}`,
    sample: { what: 'role', name: 'globalbank-prod-c001-role-x', characters: 70, limit: 64 },
  }),
} as const
