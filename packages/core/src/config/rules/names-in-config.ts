import { type Issue, nearest } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { type EntryKind, entryKinds } from '../../names/tier.js'
import { candidatesAmong } from '../max-candidates.js'
import type { KnownFaults } from './faults.js'
import { type Reference, referencesIn } from './references.js'

/** The names of the entries as they are written, and which entry a name stands for. */
export interface Names {
  /** Every name of a kind, those of faulty entries and of a misspelt section too. */
  readonly namesOf: (kind: EntryKind) => readonly string[]
  /** The names of all kinds. */
  readonly allNames: readonly string[]
  /** False when the section is at fault so that its names cannot be told. */
  readonly areKnown: (kind: EntryKind) => boolean
  /** The entry that a name stands for: the one of this name, or one whose own name is the fault. */
  readonly resolve: (kind: EntryKind, name: string) => string | undefined
  /** The same, or else the entry that was most likely meant: what depends on a misspelt name is not judged. */
  readonly likely: (kind: EntryKind, name: string) => string | undefined
  /** Entries whose own name is most likely misspelt, since their right name stands in several lists. */
  readonly misspelt: readonly MisspeltEntry[]
}

export interface MisspeltEntry {
  readonly kind: EntryKind
  readonly name: string
  readonly meant: string
  readonly references: readonly Reference[]
}

type Raw = Readonly<Record<string, unknown>>

export function namesInConfig(raw: Raw, faults: readonly Issue[], { isLost }: KnownFaults): Names {
  const sections = new Map(entryKinds.map((kind) => [kind, sectionOf(raw, kind, faults)]))
  const misplaced = new Set(
    faults.filter(({ code }) => code === 'KEY_MISPLACED').map(({ path }) => path.join()),
  )
  const isMisplaced = (kind: EntryKind, name: string) => misplaced.has(`security,${kind},${name}`)
  const names = new Map(
    entryKinds.map((kind) => [
      kind,
      Object.keys(sections.get(kind) ?? {}).filter((name) => !isMisplaced(kind, name)),
    ]),
  )
  const namesOf = (kind: EntryKind) => names.get(kind) ?? []
  const sets = new Map(entryKinds.map((kind) => [kind, new Set(namesOf(kind))]))
  const isName = (kind: EntryKind, name: string) => sets.get(kind)?.has(name) === true
  const nearestName = (kind: EntryKind, name: string) => nearest(name, candidatesAmong(namesOf(kind)))
  const references = referencesIn(raw)
  const malformed = namesThatAreFaulty(faults)
  const misspelt = entryKinds
    .flatMap((kind) => misspeltEntries(kind, isName, nearestName, references))
    .filter(({ name }) => !malformed.has(name))
  const resolve = (kind: EntryKind, name: string) => {
    if (isName(kind, name)) return name
    const entry = misspelt.find((candidate) => candidate.kind === kind && candidate.meant === name)?.name
    const near = malformed.size > 0 ? nearestName(kind, name) : undefined
    return entry ?? (near !== undefined && malformed.has(near) ? near : undefined)
  }
  return {
    namesOf,
    allNames: entryKinds.flatMap(namesOf),
    areKnown: (kind) => sections.get(kind) !== undefined || !isLost(['security', kind]),
    resolve,
    likely: (kind, name) => resolve(kind, name) ?? nearestName(kind, name),
    misspelt,
  }
}

/** The section under its own name, under a misspelt one, or where its indentation has put it. */
function sectionOf(raw: Raw, kind: EntryKind, faults: readonly Issue[]): Raw | undefined {
  const security = isMap(raw.security) ? raw.security : {}
  const misspelt = faults.find(({ code, path, args }) => {
    return code === 'UNKNOWN_KEY' && path.length === 2 && path[0] === 'security' && args.meant === kind
  })
  const candidates = [security[kind], security[String(misspelt?.args.key)], raw[kind]]
  return (candidates.find(isMap) ?? nested(security, kind).find(isMap)) as Raw | undefined
}

/** Where the section stands inside another one, or inside an entry, by its indentation. */
function nested(security: Raw, kind: EntryKind): unknown[] {
  const sections = Object.values(security).filter(isMap)
  return [...sections, ...sections.flatMap((section) => Object.values(section).filter(isMap))].map(
    (map) => map[kind],
  )
}

function namesThatAreFaulty(faults: readonly Issue[]): ReadonlySet<string> {
  return new Set(faults.filter(({ code }) => code === 'NAME_MALFORMED').map(({ args }) => String(args.name)))
}

/** A name in one list only may as well be the misspelt one: then the list is told. */
const enoughReferences = 2

function misspeltEntries(
  kind: EntryKind,
  isName: (kind: EntryKind, name: string) => boolean,
  nearestName: (kind: EntryKind, name: string) => string | undefined,
  references: readonly Reference[],
): MisspeltEntry[] {
  const byName = new Map<string, Reference[]>()
  for (const reference of references.filter(({ kinds }) => kinds.includes(kind))) {
    const named = byName.get(reference.name)
    if (named === undefined) byName.set(reference.name, [reference])
    else named.push(reference)
  }
  return [...byName].flatMap(([meant, named]) => {
    const isKnown = ({ kinds }: Reference) => kinds.some((any) => isName(any, meant))
    if (named.length < enoughReferences || named.every(isKnown)) return []
    const name = nearestName(kind, meant)
    const isClear = name !== undefined && !byName.has(name)
    return isClear ? [{ kind, name, meant, references: named }] : []
  })
}
