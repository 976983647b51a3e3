import type { Issue, IssuePath } from '@sec/common'
import type { EntryKind } from '../../names/tier.js'
import { entryKinds } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import { entriesOf, itemsOf, type RuleContext } from './rule-context.js'

const whatIs: Readonly<Record<EntryKind, string>> = {
  iam_groups: 'group',
  service_roles: 'service role',
  assumable_roles: 'assumable role',
  cross_account_roles: 'cross-account role',
}

/** Profiles name what exists; the active one and the others alike. */
export function checkProfiles(context: RuleContext): Issue[] {
  const profiles = context.config.security?.security_profiles ?? {}
  return Object.entries(profiles).flatMap(([version, profile]) =>
    entryKinds.flatMap((kind) =>
      itemsOf(profile?.[kind], ['security', 'security_profiles', version, kind]).flatMap(({ item, path }) =>
        checkExists(context, kind, item, path),
      ),
    ),
  )
}

function checkExists(context: RuleContext, kind: EntryKind, name: string, path: IssuePath): Issue[] {
  const known = context.namesOf(kind)
  if (known.includes(name) || context.isFaulty(['security', kind])) return []
  return [configIssue('NAME_UNKNOWN', path, { name, what: whatIs[kind], known })]
}

/** A name that exists but is disabled is left out, and said so; not when the entry that names it is disabled too. */
function checkEnabled(context: RuleContext, kind: EntryKind, name: string, path: IssuePath): Issue[] {
  if (context.isEnabled(kind, name) || !isOwnerEnabled(context, path)) return []
  return [configIssue('NAME_DISABLED', path, { name, profile: context.config.tier?.version ?? '' })]
}

function isOwnerEnabled(context: RuleContext, path: IssuePath): boolean {
  return context.isEnabled(path[1] as EntryKind, String(path[2]))
}

/** With `groups-only` there is one fault, whatever else the lists say. */
export function checkSecurityModel(context: RuleContext): Issue[] {
  if (!isGroupsOnlyWithRoles(context)) return []
  return [configIssue('GROUPS_ONLY', secondOfModelAndRoles(context), {}, { anchor: 'key' })]
}

function isGroupsOnlyWithRoles(context: RuleContext): boolean {
  return (
    context.config.security?.security_model === 'groups-only' && context.namesOf('assumable_roles').length > 0
  )
}

function secondOfModelAndRoles(context: RuleContext): IssuePath {
  const keys = Object.keys(context.config.security ?? {})
  const isModelSecond = keys.indexOf('security_model') > keys.indexOf('assumable_roles')
  return ['security', isModelSecond ? 'security_model' : 'assumable_roles']
}

/** The two-way handshake: a group names its roles, and each role names the group. */
export function checkHandshake(context: RuleContext): Issue[] {
  if (context.config.security?.security_model === 'groups-only' && isGroupsOnlyWithRoles(context)) return []
  return [...checkGroupsSide(context), ...checkRolesSide(context)]
}

function checkGroupsSide(context: RuleContext): Issue[] {
  return entriesOf(context, 'iam_groups').flatMap(({ name: group, entry, path }) =>
    itemsOf(entry.assumable_roles, [...path, 'assumable_roles']).flatMap(({ item: role, path: at }) => {
      const unknown = checkExists(context, 'assumable_roles', role, at)
      if (unknown.length > 0) return unknown
      if (isNamedBack(context, 'assumable_roles', role, 'assumable_by', group))
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
      if (isNamedBack(context, 'iam_groups', group, 'assumable_roles', role))
        return checkEnabled(context, 'iam_groups', group, at)
      return [configIssue('HANDSHAKE_GROUP_SILENT', at, { group, role })]
    }),
  )
}

/** True also when the other side's list is at fault already. */
function isNamedBack(
  context: RuleContext,
  kind: EntryKind,
  owner: string,
  key: string,
  name: string,
): boolean {
  if (context.isFaulty(['security', kind, owner, key])) return true
  const entry = context.config.security?.[kind]?.[owner] as Readonly<Record<string, unknown>> | undefined
  const list = entry?.[key]
  return Array.isArray(list) && list.includes(name)
}

/** `mirrors_group` names an enabled group, and the role has no permissions of its own. */
export function checkMirrors(context: RuleContext): Issue[] {
  return entriesOf(context, 'assumable_roles').flatMap(({ name, entry, path }) => {
    const group = entry.mirrors_group
    if (group === undefined) return []
    const at = [...path, 'mirrors_group']
    const own = ['managed_policies', 'policy_assignments', 'statements'].filter((key) =>
      Object.hasOwn(entry, key),
    )
    return [
      ...checkExists(context, 'iam_groups', group, at),
      ...(context.isEnabled('assumable_roles', name) ? checkMirrorEnabled(context, group, at) : []),
      ...own.map((key) => configIssue('MIRROR_WITH_PERMISSIONS', [...path, key], { key }, { anchor: 'key' })),
    ]
  })
}

function checkMirrorEnabled(context: RuleContext, name: string, path: IssuePath): Issue[] {
  if (!context.namesOf('iam_groups').includes(name) || context.isEnabled('iam_groups', name)) return []
  return [configIssue('MIRROR_DISABLED', path, { name, profile: context.config.tier?.version ?? '' })]
}

/** `passable_by` names groups, elevation roles, cross-account roles or service roles. */
export function checkPassableBy(context: RuleContext): Issue[] {
  return entriesOf(context, 'service_roles').flatMap(({ entry, path }) =>
    itemsOf(entry.passable_by, [...path, 'passable_by']).flatMap(({ item, path: at }) =>
      checkPasser(context, item, at),
    ),
  )
}

function checkPasser(context: RuleContext, name: string, path: IssuePath): Issue[] {
  const kinds = entryKinds.filter((kind) => context.namesOf(kind).includes(name))
  const [kind, another] = kinds
  if (kind === undefined)
    return [
      configIssue('NAME_UNKNOWN', path, {
        name,
        what: 'group or role',
        known: entryKinds.flatMap(context.namesOf),
      }),
    ]
  if (another !== undefined) return [configIssue('NAME_AMBIGUOUS', path, { name, kinds })]
  const group =
    kind === 'assumable_roles' ? context.config.security?.assumable_roles?.[name]?.mirrors_group : undefined
  if (group !== undefined) return [configIssue('PASSABLE_BY_MIRROR', path, { role: name, group })]
  return checkEnabled(context, kind, name, path)
}
