import type { Issue, IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import type { PolicyTemplate } from '@sec/policies'
import { type EntryKind, entryKinds } from '../../names/tier.js'
import type { LooseConfig, LooseEntry } from '../loose-config.js'

/** What a rule sees: the config without the parts that are of a wrong type, and the names that exist beside it. */
export interface RuleContext {
  readonly config: LooseConfig
  readonly templates: readonly PolicyTemplate[]
  /** The tier version that this build or run is pinned to. */
  readonly tierPin: string | undefined
  /** Names of the entries of a kind as they are written, faulty ones too, so that a reference to one is no second fault. */
  readonly namesOf: (kind: EntryKind) => readonly string[]
  /** False when the active profile leaves the entry out. */
  readonly isEnabled: (kind: EntryKind, name: string) => boolean
  /** True when a fault is known at, above or below the path: what depends on it is not judged. */
  readonly isFaulty: (path: IssuePath) => boolean
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

/** @param raw - The config as it was written; @param faults - what the shape check found. */
export function ruleContext(
  raw: Readonly<Record<string, unknown>>,
  config: LooseConfig,
  faults: readonly Issue[],
  options: { readonly templates: readonly PolicyTemplate[]; readonly tierPin: string | undefined },
): RuleContext {
  const names = new Map(entryKinds.map((kind) => [kind, namesIn(raw, kind)]))
  return {
    config,
    ...options,
    namesOf: (kind) => names.get(kind) ?? [],
    isEnabled: (kind, name) => activeList(config, kind)?.includes(name) ?? true,
    isFaulty: (path) => faults.some((fault) => touches(pathOfFault(fault), path)),
  }
}

function namesIn(raw: Readonly<Record<string, unknown>>, kind: EntryKind): readonly string[] {
  const entries = isMap(raw.security) ? raw.security[kind] : undefined
  return isMap(entries) ? Object.keys(entries) : []
}

function activeList(config: LooseConfig, kind: EntryKind): readonly (string | undefined)[] | undefined {
  const version = config.tier?.version
  return version === undefined ? undefined : config.security?.security_profiles?.[version]?.[kind]
}

/** A missing key is a fault of the place where it should stand. */
function pathOfFault(fault: Issue): IssuePath {
  return fault.code === 'MISSING_KEY' ? [...fault.path, String(fault.args.key)] : fault.path
}

function touches(fault: IssuePath, path: IssuePath): boolean {
  const shorter = Math.min(fault.length, path.length)
  return fault.slice(0, shorter).every((step, index) => step === path[index])
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
