import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import type { Anchor, Issue, IssuePath, SourceLocation } from '../issue/issue.js'
import { hasErrors } from '../issue/issue-kinds.js'
import { locateNode } from './locate.js'
import { faultsOfNodes } from './node-faults.js'
import { type PlaceAt, placerFor, type SourceText } from './source-text.js'
import { syntaxFault } from './syntax-fault.js'
import { syntaxReason } from './syntax-reasons.js'
import { faultsOfText } from './text-faults.js'
import { yamlIssue } from './yaml-issues.js'

/** A YAML text as a value, with a place for every part of it. */
export interface YamlDocument {
  readonly file: string
  /** The value as plain data; undefined when there is an error among the issues. */
  readonly value: unknown
  /** Set where keys that stand twice are the only fault: what both of them hold, so that the rest can be checked too. */
  readonly mended?: unknown
  readonly issues: readonly Issue[]
  /** The place of the entry at `path`, or undefined when the text has no such entry. */
  readonly locate: (path: IssuePath, anchor: Anchor) => SourceLocation | undefined
}

/** How many values aliases may stand for, as a multiple of what is written (the library's own guard). */
const maxAliasCount = 100

/** How the library reads a text. */
export const parseOptions = {
  // Below `error` it stays silent about a second document.
  logLevel: 'error',
  prettyErrors: false,
  stringKeys: true,
  // It would compare every key with every other one, which takes minutes for large maps.
  uniqueKeys: false,
} as const

/**
 * Reads one YAML 1.2 document (core schema: dates and `yes` stay text) and keeps its places.
 *
 * @param source - Text and name; the name appears in issues as it is.
 * @param limitBytes - Longer texts are refused unread.
 * @returns Never throws: every fault is an issue with its place. Of syntax faults only the first is reported.
 */
export function loadYaml(source: SourceText, limitBytes: number): YamlDocument {
  const issues = faultsOfText(source, limitBytes)
  if (issues.length > 0) return failed(source, issues)
  const lines = new LineCounter()
  const placeAt = placerFor(source, lines)
  try {
    const document = parseDocument(source.text, { ...parseOptions, lineCounter: lines })
    const faults = faultsOfDocument(document, source.text, placeAt)
    if (hasErrors(faults)) return { ...failed(source, faults), ...mended(document, faults, placeAt) }
    return withValue(source, document, placeAt)
  } catch (error) {
    return failed(source, [unexpectedFault(error, placeAt(0))])
  }
}

/** The library throws for alias bombs; they begin at the first alias. */
function withValue(source: SourceText, document: Document.Parsed, placeAt: PlaceAt): YamlDocument {
  try {
    return toYamlDocument(source, document, placeAt)
  } catch (error) {
    return failed(source, [unexpectedFault(error, placeAt(firstAlias(document)))])
  }
}

function firstAlias(document: Document.Parsed): number {
  let offset = 0
  visit(document, {
    Alias: (_key, node) => {
      offset = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

function toYamlDocument(source: SourceText, document: Document.Parsed, placeAt: PlaceAt): YamlDocument {
  const value: unknown = document.toJS({ maxAliasCount })
  if (value === null) return failed(source, [yamlIssue('YAML_EMPTY', [], {}, { location: placeAt(0) })])
  return { file: source.file, value, issues: [], locate: locatorIn(document, placeAt) }
}

function locatorIn(document: Document.Parsed, placeAt: PlaceAt): YamlDocument['locate'] {
  return (path, anchor) => {
    const offset = locateNode(document, path, anchor)
    return offset === undefined ? undefined : placeAt(offset)
  }
}

/** Where keys standing twice are the only fault, what they hold can be read together, for further checks. */
function mended(document: Document.Parsed, faults: readonly Issue[], placeAt: PlaceAt) {
  if (faults.some((fault) => fault.code !== 'YAML_DUPLICATE_KEY')) return {}
  return { mended: document.toJS({ maxAliasCount }) as unknown, locate: locatorIn(document, placeAt) }
}

export function failed(source: SourceText, issues: readonly Issue[]): YamlDocument {
  return { file: source.file, value: undefined, issues, locate: () => undefined }
}

/** The library throws for alias bombs. */
export function unexpectedFault(error: unknown, location: SourceLocation): Issue {
  if (error instanceof ReferenceError) return yamlIssue('YAML_ALIASES', [], {}, { location })
  const message = error instanceof Error ? error.message : String(error)
  return yamlIssue('YAML_SYNTAX', [], syntaxReason('', message), { location })
}

function faultsOfDocument(document: Document.Parsed, text: string, placeAt: PlaceAt): Issue[] {
  const fault = syntaxFault(document, text, placeAt)
  return fault ? [fault] : faultsOfNodes(document, text, placeAt)
}
