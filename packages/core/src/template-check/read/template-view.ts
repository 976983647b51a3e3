import { nearest } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { type LocatedCall, locateCalls } from './calls.js'
import { type Freedom, readFreedom } from './freedom.js'
import { type Reference, readReferences } from './references.js'

export type Entries = Readonly<Record<string, unknown>>

/** Sections whose entries have names. */
export const namedSections = [
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Resources',
  'Outputs',
] as const
export type NamedSection = (typeof namedSections)[number]

/** A template as the checks see it: read once, whatever is wrong with it. */
export interface TemplateView {
  readonly top: Entries
  /** Entries by name; of a section that is missing or no map, none. Loops and transforms are left out. */
  readonly sections: Readonly<Record<NamedSection, ReadonlyMap<string, unknown>>>
  readonly freedom: Freedom
  readonly calls: readonly LocatedCall[]
  readonly references: readonly Reference[]
  /** The known name that was most likely meant. */
  readonly nearest: (found: string, known: readonly string[]) => string | undefined
}

/** Reads a template; wants nothing but a map. */
export function readTemplate(top: Entries): TemplateView {
  const calls = locateCalls(top)
  const sections = Object.fromEntries(
    namedSections.map((name) => [name, entriesOf(top[name])]),
  ) as TemplateView['sections']
  return {
    top,
    sections,
    freedom: readFreedom(top, calls),
    calls,
    references: readReferences(calls, sections.Resources),
    nearest: limitedNearest(),
  }
}

function entriesOf(section: unknown): ReadonlyMap<string, unknown> {
  const entries = isMap(section) ? Object.entries(section) : []
  return new Map(entries.filter(([name]) => !name.startsWith('Fn::')))
}

/** Comparisons of names that one run may cost: a template of a megabyte can hold ten thousand wrong names. */
const maxComparisons = 200_000

function limitedNearest(): TemplateView['nearest'] {
  let comparisons = 0
  return (found, known) => {
    if (found.length > 300) return undefined
    comparisons += known.length
    return comparisons > maxComparisons ? undefined : nearest(found, known)
  }
}
