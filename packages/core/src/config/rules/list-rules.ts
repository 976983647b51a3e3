import type { Issue, IssuePath } from '@sec/common'
import { entryKinds } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import { allEntries, itemsOf, type RuleContext } from './rule-context.js'

const listKeys = [
  'managed_policies',
  'assumable_roles',
  'assumable_by',
  'passable_by',
  'service',
  'trusted_accounts',
  'trusted_principals',
  'principal_patterns',
  'session_tags',
] as const

/** No list names the same thing twice. */
export function checkListedTwice(context: RuleContext): Issue[] {
  const ofEntries = allEntries(context).flatMap(({ entry, path }) =>
    listKeys.flatMap((key) =>
      twiceIn((entry as Readonly<Record<string, unknown>>)[key], key, [...path, key]),
    ),
  )
  const profiles = Object.entries(context.config.security?.security_profiles ?? {})
  const ofProfiles = profiles.flatMap(([version, profile]) =>
    entryKinds.flatMap((kind) =>
      twiceIn(profile?.[kind], kind, ['security', 'security_profiles', version, kind]),
    ),
  )
  return [...ofEntries, ...ofProfiles]
}

function twiceIn(value: unknown, list: string, path: IssuePath): Issue[] {
  if (!Array.isArray(value)) return []
  const items = itemsOf(value as readonly (string | undefined)[], path)
  return items
    .filter(({ item }, index) => items.findIndex((other) => other.item === item) < index)
    .map(({ item, path: at }) => configIssue('LISTED_TWICE', at, { item, list }))
}
