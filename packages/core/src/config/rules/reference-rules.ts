import type { Issue, IssuePath } from '@sec/common'
import { type EntryKind, entryKinds } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import { kindWord } from '../issues/words.js'
import { itemsOf, type RuleContext } from './rule-context.js'

/** Entries that nothing names while their right name stands in several lists. */
export function checkMisspeltNames({ misspelt }: RuleContext): Issue[] {
  return misspelt.map(({ kind, name, meant, references }) => {
    const args = {
      name,
      meant,
      what: kindWord(kind),
      references: references.map(({ path }) => path.join('.')),
    }
    return configIssue('NAME_MISSPELT', ['security', kind, name], args, { anchor: 'key' })
  })
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

/** Nothing is said about a name whose section is at fault itself. */
export function checkExists(context: RuleContext, kind: EntryKind, name: string, path: IssuePath): Issue[] {
  if (context.resolve(kind, name) !== undefined || !context.areKnown(kind)) return []
  const other = entryKinds.find((candidate) => context.namesOf(candidate).includes(name))
  const isA = other === undefined ? undefined : kindWord(other)
  return [
    configIssue('NAME_UNKNOWN', path, { name, what: kindWord(kind), known: context.namesOf(kind), isA }),
  ]
}

/** A name that exists but is disabled is left out, and said so; not when the entry that names it is disabled too. */
export function checkEnabled(context: RuleContext, kind: EntryKind, name: string, path: IssuePath): Issue[] {
  const owner = context.isEnabled(path[1] as EntryKind, String(path[2]))
  if (!owner || context.isEnabled(kind, context.resolve(kind, name) ?? name)) return []
  return [configIssue('NAME_DISABLED', path, { name, profile: context.config.tier?.version ?? '' })]
}

/** `passable_by` names groups, elevation roles, cross-account roles or service roles. */
export function checkPassableBy(context: RuleContext): Issue[] {
  const roles = Object.entries(context.config.security?.service_roles ?? {})
  return roles.flatMap(([role, entry]) =>
    itemsOf(entry?.passable_by, ['security', 'service_roles', role, 'passable_by']).flatMap(
      ({ item, path }) => checkPasser(context, item, path),
    ),
  )
}

function checkPasser(context: RuleContext, name: string, path: IssuePath): Issue[] {
  const kinds = entryKinds.filter((kind) => context.resolve(kind, name) !== undefined)
  const [kind, another] = kinds
  if (kind === undefined) return checkNoPasser(context, name, path)
  if (another !== undefined)
    return isCollision(kinds) ? [] : [configIssue('NAME_AMBIGUOUS', path, { name, kinds })]
  const group =
    kind === 'assumable_roles' ? context.config.security?.assumable_roles?.[name]?.mirrors_group : undefined
  if (group !== undefined) return [configIssue('PASSABLE_BY_MIRROR', path, { role: name, group })]
  return checkEnabled(context, kind, name, path)
}

function checkNoPasser(context: RuleContext, name: string, path: IssuePath): Issue[] {
  if (!entryKinds.every(context.areKnown)) return []
  return [configIssue('NAME_UNKNOWN', path, { name, what: 'group or role', known: context.allNames })]
}

/** A service role and an assumable role of one name collide, which is reported by itself. */
function isCollision(kinds: readonly EntryKind[]): boolean {
  return kinds.every((kind) => kind === 'service_roles' || kind === 'assumable_roles')
}
