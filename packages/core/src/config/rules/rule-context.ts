import type { Issue, IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import type { PolicyTemplate } from '@sec/policies'
import { type EntryKind, entryKinds, tiers } from '../../names/tier.js'
import type { LooseConfig, LooseEntry } from '../loose-config.js'
import { type KnownFaults, knownFaults } from './faults.js'
import { type Names, namesInConfig } from './names-in-config.js'

/** What a rule sees: the config without the parts that are of a wrong type, and the names that exist beside it. */
export interface RuleContext extends KnownFaults, Names {
  readonly config: LooseConfig
  readonly templates: readonly PolicyTemplate[]
  /** The tier version that this build or run is pinned to. */
  readonly tierPin: string | undefined
  /** False when the active profile leaves the entry out; true also when the profile is not known for a fault. */
  readonly isEnabled: (kind: EntryKind, name: string) => boolean
  /** False when a fault hides which entries of a kind are enabled. */
  readonly isProfileKnown: (kind: EntryKind) => boolean
}

/** One rule, or a family of them: looks at the context, answers what it finds fault with. */
export type Rule = (context: RuleContext) => readonly Issue[]

/** An entry with its name and place. */
export interface Entry<T = LooseEntry> {
  readonly kind: EntryKind
  readonly name: string
  readonly entry: T
  readonly path: IssuePath
}

type Raw = Readonly<Record<string, unknown>>

/** @param raw - The config as it was written; @param faults - what the shape check found. */
export function ruleContext(
  raw: Raw,
  config: LooseConfig,
  faults: readonly Issue[],
  options: { readonly templates: readonly PolicyTemplate[]; readonly tierPin: string | undefined },
): RuleContext {
  const known = knownFaults(faults)
  const names = namesInConfig(raw, faults, known)
  const version = activeVersion(config)
  const isProfileKnown = (kind: EntryKind) =>
    version !== undefined &&
    names.areKnown(kind) &&
    !known.isLost(['security', 'security_profiles', version, kind])
  const enabled = new Map(
    entryKinds.map((kind) => [
      kind,
      isProfileKnown(kind) ? enabledNames(raw, version, kind, names) : undefined,
    ]),
  )
  return {
    config,
    ...options,
    ...known,
    ...names,
    isProfileKnown,
    isEnabled: (kind, name) => enabled.get(kind)?.has(name) ?? true,
  }
}

/** The tier version, when it belongs to the tier: otherwise one of the two is wrong, and nobody knows which. */
function activeVersion({ tier }: LooseConfig) {
  const version = tier?.version
  return tier?.name !== undefined && tiers[tier.name].version === version ? version : undefined
}

/** A misspelt name in the list enables what it most likely stands for; without a list everything is enabled. */
function enabledNames(
  raw: Raw,
  version: string | undefined,
  kind: EntryKind,
  names: Names,
): ReadonlySet<string | undefined> | undefined {
  const security = mapOf(raw.security)
  const list = mapOf(mapOf(security.security_profiles)[version ?? ''])[kind]
  if (!Array.isArray(list)) return undefined
  return new Set(list.map((name) => (typeof name === 'string' ? names.likely(kind, name) : undefined)))
}

function mapOf(value: unknown): Raw {
  return isMap(value) ? value : {}
}

/** The entries of one kind, in the order in which they are written. */
export function entriesOf<Kind extends EntryKind>(context: RuleContext, kind: Kind): Entry<EntryOf<Kind>>[] {
  const entries = Object.entries(context.config.security?.[kind] ?? {})
  return entries.flatMap(([name, entry]) =>
    entry === undefined
      ? []
      : [{ kind, name, entry: entry as EntryOf<Kind>, path: ['security', kind, name] }],
  )
}

type EntryOf<Kind extends EntryKind> = NonNullable<
  NonNullable<NonNullable<LooseConfig['security']>[Kind]>[string]
>

/** The entries of all kinds. */
export function allEntries(context: RuleContext): Entry[] {
  return entryKinds.flatMap((kind) => entriesOf(context, kind) as Entry[])
}

/** The items of a list that are there, each with its path. */
export function itemsOf(
  list: readonly (string | undefined)[] | undefined,
  path: IssuePath,
): { readonly item: string; readonly path: IssuePath }[] {
  return (list ?? []).flatMap((item, index) => (item === undefined ? [] : [{ item, path: [...path, index] }]))
}

/** Of two keys of a map the one that is written second: what excludes something else stands there. */
export function secondOf(map: object, one: string, other: string): string {
  const keys = Object.keys(map)
  return keys.indexOf(one) > keys.indexOf(other) ? one : other
}
