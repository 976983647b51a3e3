import { type Issue, nearest } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { type EntryKind, entryKinds } from '../../names/tier.js'
import type { KnownFaults } from './faults.js'
import { type Reference, referencesIn } from './references.js'

/** The names of the entries as they are written, and which entry a name stands for. */
export interface Names {
  /** Every name of a kind, those of faulty entries and of a misspelt section too. */
  readonly namesOf: (kind: EntryKind) => readonly string[]
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
  const isMisplaced = (kind: EntryKind, name: string) =>
    faults.some(({ code, path }) => code === 'KEY_MISPLACED' && path.join() === `security,${kind},${name}`)
  const names = new Map(
    entryKinds.map((kind) => [
      kind,
      Object.keys(sections.get(kind) ?? {}).filter((name) => !isMisplaced(kind, name)),
    ]),
  )
  const namesOf = (kind: EntryKind) => names.get(kind) ?? []
  const references = referencesIn(raw)
  const malformed = namesThatAreFaulty(faults)
  const misspelt = entryKinds
    .flatMap((kind) => misspeltEntries(kind, namesOf, references))
    .filter(({ name }) => !malformed.includes(name))
  const resolve = (kind: EntryKind, name: string) => {
    if (namesOf(kind).includes(name)) return name
    const entry = misspelt.find((candidate) => candidate.kind === kind && candidate.meant === name)?.name
    const near = malformed.length > 0 ? nearest(name, namesOf(kind)) : undefined
    return entry ?? (near !== undefined && malformed.includes(near) ? near : undefined)
  }
  return {
    namesOf,
    areKnown: (kind) => sections.get(kind) !== undefined || !isLost(['security', kind]),
    resolve,
    likely: (kind, name) => resolve(kind, name) ?? nearest(name, namesOf(kind)),
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

function namesThatAreFaulty(faults: readonly Issue[]): readonly string[] {
  return faults.filter(({ code }) => code === 'NAME_MALFORMED').map(({ args }) => String(args.name))
}

/** A name in one list only may as well be the misspelt one: then the list is told. */
const enoughReferences = 2

function misspeltEntries(
  kind: EntryKind,
  namesOf: Names['namesOf'],
  references: readonly Reference[],
): MisspeltEntry[] {
  const names = namesOf(kind)
  const ofKind = references.filter((reference) => reference.kinds.includes(kind))
  const unknown = new Set(
    ofKind
      .filter(({ kinds, name }) => !kinds.some((any) => namesOf(any).includes(name)))
      .map(({ name }) => name),
  )
  return [...unknown].flatMap((meant) => {
    const name = nearest(meant, names)
    const named = ofKind.filter((reference) => reference.name === meant)
    const isNamed = ofKind.some((reference) => reference.name === name)
    const isClear = name !== undefined && !isNamed && named.length >= enoughReferences
    return isClear ? [{ kind, name, meant, references: named }] : []
  })
}
