import type { Issue, IssuePath } from '@sec/common'
import { servicePrincipal } from '../../names/service-principals.js'
import { entryKinds } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import { allEntries, entriesOf, itemsOf, type RuleContext } from './rule-context.js'

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
  const ofCallers = entriesOf(context, 'assumable_roles').flatMap(({ entry, path }) =>
    (['users', 'roles'] as const).flatMap((key) =>
      twiceIn(entry.callers?.[key], `callers.${key}`, [...path, 'callers', key]),
    ),
  )
  const ofOidc = entriesOf(context, 'cross_account_roles').flatMap(({ entry, path }) =>
    twiceIn(entry.oidc?.subjects, 'subjects', [...path, 'oidc', 'subjects']),
  )
  const topics = twiceIn(context.config.deployment?.notification_arns, 'notification_arns', [
    'deployment',
    'notification_arns',
  ])
  const profiles = Object.entries(context.config.security?.security_profiles ?? {})
  const ofProfiles = profiles.flatMap(([version, profile]) =>
    entryKinds.flatMap((kind) =>
      twiceIn(profile?.[kind], kind, ['security', 'security_profiles', version, kind]),
    ),
  )
  return [...ofEntries, ...ofCallers, ...ofOidc, ...topics, ...ofProfiles]
}

/** A service principal may be written short or in full. */
function fullName(item: string, list: string): string {
  return list === 'service' ? servicePrincipal(item) : item
}

function twiceIn(value: unknown, list: string, path: IssuePath): Issue[] {
  if (!Array.isArray(value)) return []
  const listed = new Set<string>()
  return itemsOf(value as readonly (string | undefined)[], path)
    .filter(({ item }) => {
      const count = listed.size
      return listed.add(fullName(item, list)).size === count
    })
    .map(({ item, path: at }) => configIssue('LISTED_TWICE', at, { item, list }))
}
