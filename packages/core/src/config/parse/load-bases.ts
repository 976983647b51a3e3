import type { Issue, SourceText, YamlDocument } from '@sec/common'
import { describeValue } from '@sec/common/iam'
import { configIssue } from '../issues/config-issues.js'

/** Answers the text behind a path in `extends`, or why there is none; its name must be the same for the same file. */
export type LoadBase = (
  reference: string,
  fromFile: string,
) => { readonly source: SourceText } | { readonly reason: string }

/** A config and what it extends, the topmost first. */
export interface Layers {
  readonly layers: readonly YamlDocument[]
  readonly issues: readonly Issue[]
}

/**
 * Follows `extends` from one config down.
 *
 * Of several bases a later one is laid over an earlier one. Each file's own bases lie directly under it. A file
 * that is reached by several ways counts at its topmost place alone: under itself it would change nothing.
 */
export function loadBases(top: YamlDocument, loadBase: LoadBase, readMap: Walk['readMap']): Layers {
  return loadUnder(top, { loadBase, readMap, chain: [], seen: new Set() })
}

interface Walk {
  readonly loadBase: LoadBase
  /** Reads one text as a map. */
  readonly readMap: (source: SourceText) => YamlDocument
  /** The files from the topmost down to this one. */
  readonly chain: readonly string[]
  readonly seen: Set<string>
}

function loadUnder(top: YamlDocument, walk: Walk): Layers {
  const references = referencesOf(top)
  if ('issue' in references) return { layers: [top], issues: [...top.issues, references.issue] }
  const under = { ...walk, chain: [...walk.chain, top.file] }
  const topmostFirst = [...references.list].reverse()
  const below = topmostFirst.map(({ reference, path }) => loadOne(top, reference, path, under))
  return {
    layers: [top, ...below.flatMap((base) => base.layers)],
    issues: [...top.issues, ...[...below].reverse().flatMap((base) => base.issues)],
  }
}

interface Reference {
  readonly reference: string
  readonly path: readonly (string | number)[]
}

function referencesOf(
  top: YamlDocument,
): { readonly list: readonly Reference[] } | { readonly issue: Issue } {
  const value = (top.value as Readonly<Record<string, unknown>>).extends
  if (value === undefined) return { list: [] }
  const isList = Array.isArray(value)
  const items: readonly unknown[] = isList ? value : [value]
  const bad = items.findIndex((item) => typeof item !== 'string' || item === '')
  if (bad >= 0) return { issue: malformed(top, items[bad], isList ? ['extends', bad] : ['extends']) }
  return {
    list: items.map((item, index) => ({
      reference: String(item),
      path: isList ? ['extends', index] : ['extends'],
    })),
  }
}

function malformed(top: YamlDocument, found: unknown, path: Reference['path']): Issue {
  return configIssue('EXTENDS_MALFORMED', path, { found: describeValue(found) }, placeIn(top, path))
}

function loadOne(top: YamlDocument, reference: string, path: Reference['path'], walk: Walk): Layers {
  const { loadBase, chain, seen } = walk
  const answer = loadBase(reference, top.file)
  if ('reason' in answer)
    return fault(
      configIssue('EXTENDS_NOT_FOUND', path, { reference, reason: answer.reason }, placeIn(top, path)),
    )
  if (chain.includes(answer.source.file)) {
    const circle = [...chain.slice(chain.indexOf(answer.source.file)), answer.source.file].join(' -> ')
    return fault(configIssue('EXTENDS_CIRCLE', path, { chain: circle }, placeIn(top, path)))
  }
  if (seen.has(answer.source.file)) return { layers: [], issues: [] }
  seen.add(answer.source.file)
  const base = walk.readMap(answer.source)
  return base.value === undefined ? { layers: [], issues: base.issues } : loadUnder(base, walk)
}

function fault(issue: Issue): Layers {
  return { layers: [], issues: [issue] }
}

function placeIn(document: YamlDocument, path: Reference['path']) {
  const location = document.locate(path, 'value')
  return location ? { location } : {}
}
