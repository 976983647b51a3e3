import type { Issue } from '@sec/common'
import { partitionOf } from '../aws-data/regions.js'
import { type EntryKind, entryKinds } from '../names/tier.js'
import type { LooseConfig } from './loose-config.js'
import type { RuleContext } from './rules/rule-context.js'
import type { SecConfig } from './schema/sec-config.js'

/**
 * Leaves out the entries with errors.
 *
 * @returns Undefined when what names, sizes or the layout are made from is at fault.
 */
export function soundPart(
  loose: LooseConfig,
  context: RuleContext,
  issues: readonly Issue[],
): SecConfig | undefined {
  const errors = issues.filter((issue) => issue.severity === 'error')
  if (errors.length === 0) return loose as unknown as SecConfig
  if (!isMeasurable(loose, context)) return undefined
  const kinds = entryKinds.map((kind) => [kind, withoutBad(loose, kind, errors)] as const)
  return { ...loose, security: { ...loose.security, ...Object.fromEntries(kinds) } } as unknown as SecConfig
}

function isMeasurable({ tier, client, environment }: LooseConfig, { isLost }: RuleContext): boolean {
  const parts = [tier?.name, client?.company_prefix, client?.account_id, client?.tenant_id, environment?.env]
  const isNamed = parts.every((part) => part !== undefined)
  const isLayoutKnown = !isLost(['security']) && !isLost(['security', 'group_policies'])
  return isNamed && isLayoutKnown && partitionOf(environment?.region ?? '') !== undefined
}

function withoutBad({ security }: LooseConfig, kind: EntryKind, errors: readonly Issue[]): object {
  const paths = errors.map(({ path }) => path).filter((path) => path[0] === 'security' && path[1] === kind)
  if (paths.some((path) => path.length < 3)) return {}
  const bad = new Set(paths.map((path) => String(path[2])))
  return Object.fromEntries(Object.entries(security?.[kind] ?? {}).filter(([name]) => !bad.has(name)))
}
