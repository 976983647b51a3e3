import type { Issue, IssuePath } from '@sec/common'
import type { EntryKind } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import { checkEnabled, checkExists } from './reference-rules.js'
import { entriesOf, itemsOf, type RuleContext, secondOf } from './rule-context.js'

/** With `groups-only` there is one fault, whatever else the lists say. */
export function checkSecurityModel(context: RuleContext): Issue[] {
  if (!isGroupsOnlyWithRoles(context)) return []
  const second = secondOf(context.config.security ?? {}, 'security_model', 'assumable_roles')
  return [configIssue('GROUPS_ONLY', ['security', second], {}, { anchor: 'key' })]
}

/** True when assumable roles stand there which the security model has no place for. */
export function isGroupsOnlyWithRoles({ config, namesOf, isLost }: RuleContext): boolean {
  const isGroupsOnly = config.security?.security_model === 'groups-only'
  return isGroupsOnly && namesOf('assumable_roles').length > 0 && !isLost(['security', 'assumable_roles'])
}

/** The two-way handshake: a group names its roles, and each role names the group. */
export function checkHandshake(context: RuleContext): Issue[] {
  if (isGroupsOnlyWithRoles(context)) return []
  return [
    ...withoutHalfRenames(checkGroupsSide(context), rolesSide, 'role', context),
    ...withoutHalfRenames(checkRolesSide(context), groupsSide, 'group', context),
  ]
}

function checkGroupsSide(context: RuleContext): Issue[] {
  return entriesOf(context, 'iam_groups').flatMap(({ name: group, entry, path }) =>
    itemsOf(entry.assumable_roles, [...path, 'assumable_roles']).flatMap(({ item: role, path: at }) => {
      const unknown = checkExists(context, 'assumable_roles', role, at)
      if (unknown.length > 0) return unknown
      if (isNamedBack(context, rolesSide, role, group))
        return checkEnabled(context, 'assumable_roles', role, at)
      return [configIssue('HANDSHAKE_ROLE_SILENT', at, { group, role })]
    }),
  )
}

function checkRolesSide(context: RuleContext): Issue[] {
  return entriesOf(context, 'assumable_roles').flatMap(({ name: role, entry, path }) =>
    itemsOf(entry.assumable_by, [...path, 'assumable_by']).flatMap(({ item: group, path: at }) => {
      const unknown = checkExists(context, 'iam_groups', group, at)
      if (unknown.length > 0) return unknown
      if (isNamedBack(context, groupsSide, group, role)) return checkEnabled(context, 'iam_groups', group, at)
      return [configIssue('HANDSHAKE_GROUP_SILENT', at, { group, role })]
    }),
  )
}

/** One side of the handshake: whose list it is, and what the list names. */
interface Side {
  readonly owners: EntryKind
  readonly key: string
  readonly named: EntryKind
}

const groupsSide: Side = { owners: 'iam_groups', key: 'assumable_roles', named: 'assumable_roles' }
const rolesSide: Side = { owners: 'assumable_roles', key: 'assumable_by', named: 'iam_groups' }

/**
 * A list that holds names of nothing is reported for these: as many entries that miss their own name in it were most
 * likely renamed, and the list was forgotten.
 *
 * @param side - Whose list should name the others; @param owner - the argument of the issues that says which one.
 */
function withoutHalfRenames(
  issues: readonly Issue[],
  side: Side,
  owner: 'role' | 'group',
  context: RuleContext,
): Issue[] {
  const isSilence = ({ code }: Issue) => code.startsWith('HANDSHAKE_')
  const silent = new Map<unknown, number>()
  for (const { args } of issues.filter(isSilence)) silent.set(args[owner], (silent.get(args[owner]) ?? 0) + 1)
  return issues.filter((issue) => {
    if (!isSilence(issue)) return true
    const name = context.resolve(side.owners, String(issue.args[owner]))
    const strangers = listOf(side, name ?? '', context).filter((item) => isOfNobody(item, side, context))
    return strangers.length < (silent.get(issue.args[owner]) ?? 0)
  })
}

function isOfNobody(item: unknown, { named }: Side, { likely, areKnown }: RuleContext): boolean {
  return typeof item === 'string' && areKnown(named) && likely(named, item) === undefined
}

function listOf({ owners, key }: Side, owner: string, { config }: RuleContext): readonly unknown[] {
  const entry = config.security?.[owners]?.[owner] as Readonly<Record<string, unknown>> | undefined
  return Array.isArray(entry?.[key]) ? (entry[key] as unknown[]) : []
}

/** True also when the other side is at fault already, or names something that this name is near to. */
function isNamedBack(context: RuleContext, side: Side, reference: string, name: string): boolean {
  const owner = context.resolve(side.owners, reference)
  if (owner === undefined || context.isFaulty(['security', side.owners, owner, side.key])) return true
  return listOf(side, owner, context).some(
    (item) => typeof item === 'string' && context.likely(side.named, item) === name,
  )
}

const ownPermissions = ['managed_policies', 'policy_assignments', 'statements'] as const

/** `mirrors_group` names an enabled group, and the role has no permissions of its own. */
export function checkMirrors(context: RuleContext): Issue[] {
  return entriesOf(context, 'assumable_roles').flatMap(({ name, entry, path }) => {
    const group = entry.mirrors_group
    if (group === undefined) return []
    const at = [...path, 'mirrors_group']
    return [
      ...checkExists(context, 'iam_groups', group, at),
      ...(context.isEnabled('assumable_roles', name) ? checkMirrorEnabled(context, group, at) : []),
      ...ownPermissions
        .filter((key) => Object.hasOwn(entry, key))
        .map((key) => exclusiveWithMirror(entry, key, path)),
    ]
  })
}

function exclusiveWithMirror(entry: object, key: string, path: IssuePath): Issue {
  const second = secondOf(entry, 'mirrors_group', key)
  return configIssue('MIRROR_WITH_PERMISSIONS', [...path, second], { key }, { anchor: 'key' })
}

function checkMirrorEnabled(context: RuleContext, name: string, path: IssuePath): Issue[] {
  const group = context.resolve('iam_groups', name)
  if (group === undefined || context.isEnabled('iam_groups', group) || isGroupsOnlyWithRoles(context))
    return []
  return [configIssue('MIRROR_DISABLED', path, { name, profile: context.config.tier?.version ?? '' })]
}
