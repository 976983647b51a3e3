import type { Issue } from '@sec/common'
import { partitionOf, regionNames, regionsDate } from '../../aws-data/regions.js'
import { type EntryKind, entryKinds, tiers, tierVersions } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import { isGroupsOnlyWithRoles } from './assumable-references.js'
import type { RuleContext } from './rule-context.js'

/** `tier.name` and `tier.version` belong together. */
export function checkTierVersion({ config }: Pick<RuleContext, 'config'>): Issue[] {
  const { name, version } = config.tier ?? {}
  if (name === undefined || version === undefined || tiers[name].version === version) return []
  return [
    configIssue('TIER_VERSION_MISMATCH', ['tier', 'version'], {
      name,
      version,
      expected: tiers[name].version,
    }),
  ]
}

/** A build or a run may take configs of one tier only. */
export function checkTierPin({ config, tierPin }: RuleContext): Issue[] {
  if (tierPin === undefined) return []
  const path = ['tier', 'version']
  if (!(tierVersions as string[]).includes(tierPin))
    return [configIssue('TIER_PIN_UNKNOWN', path, { pinned: tierPin, known: tierVersions })]
  const version = config.tier?.version
  if (version === undefined || version === tierPin || checkTierVersion({ config }).length > 0) return []
  return [configIssue('TIER_PINNED', path, { version, pinned: tierPin })]
}

/** How many entries of a kind may be enabled. */
export function checkTierCaps(context: RuleContext): Issue[] {
  const tier = context.config.tier?.name
  if (tier === undefined) return []
  return entryKinds
    .filter((kind) => isCountable(context, kind))
    .flatMap((kind) => {
      const limit = tiers[tier].caps[kind]
      const enabled = context.namesOf(kind).filter((name) => context.isEnabled(kind, name))
      const beyond = limit === undefined ? undefined : enabled[limit]
      if (limit === undefined || beyond === undefined) return []
      return [capIssue(kind, beyond, { count: enabled.length, limit, tier, version: tiers[tier].version })]
    })
}

/** Entries are not counted where a fault hides them or whether they are enabled, nor where none may stand at all. */
function isCountable(context: RuleContext, kind: EntryKind): boolean {
  if (kind === 'assumable_roles' && isGroupsOnlyWithRoles(context)) return false
  return context.isProfileKnown(kind) && !context.isLost(['security', kind])
}

function capIssue(
  kind: EntryKind,
  name: string,
  args: { count: number; limit: number; tier: string; version: string },
): Issue {
  return configIssue('TIER_CAP', ['security', kind, name], { kind, ...args }, { anchor: 'key' })
}

/** Tiers whose template does not fit into a request name a bucket. */
export function checkTemplateBucket({ config, isFaulty }: RuleContext): Issue[] {
  const tier = config.tier?.name
  if (checkTierVersion({ config }).length > 0) return []
  if (tier === undefined || tier === 'startup' || config.deployment?.template_bucket !== undefined) return []
  if (isFaulty(['deployment', 'template_bucket'])) return []
  return [configIssue('BUCKET_MISSING', config.deployment ? ['deployment'] : [], { tier }, { anchor: 'key' })]
}

/** The region is one that the list has. */
export function checkRegion({ config }: RuleContext): Issue[] {
  const region = config.environment?.region
  if (region === undefined || partitionOf(region) !== undefined) return []
  return [
    configIssue('REGION_UNKNOWN', ['environment', 'region'], {
      region,
      known: regionNames,
      date: regionsDate,
    }),
  ]
}

/** At least one group or role is enabled. */
export function checkNotEmpty(context: RuleContext): Issue[] {
  if (entryKinds.some((kind) => context.isLost(['security', kind]))) return []
  const isAnyEnabled = entryKinds.some((kind) =>
    context.namesOf(kind).some((name) => context.isEnabled(kind, name)),
  )
  return isAnyEnabled ? [] : [configIssue('NOTHING_ENABLED', ['security'], {}, { anchor: 'key' })]
}
