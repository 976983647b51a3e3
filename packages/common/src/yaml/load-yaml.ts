import { type Document, isScalar, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml'
import type { Anchor, Issue, IssuePath, SourceLocation } from '../issue/issue.js'
import { hasErrors } from '../issue/issue-kinds.js'
import { locateNode } from './locate.js'
import { faultsOfText } from './text-faults.js'
import { yamlIssue } from './yaml-issues.js'

/** A text and the name by which issues speak of it. */
export interface SourceText {
  readonly file: string
  readonly text: string
}

/** A YAML text as a value, with a place for every part of it. */
export interface YamlDocument {
  readonly file: string
  /** The value as plain data; undefined when there is an error among the issues. */
  readonly value: unknown
  readonly issues: readonly Issue[]
  /** The place of the entry at `path`, or undefined when the text has no such entry. */
  readonly locate: (path: IssuePath, anchor: Anchor) => SourceLocation | undefined
}

/** How many values aliases may stand for, as a multiple of what is written (the library's own guard). */
const maxAliasCount = 100

// Below `error` the library stays silent about a second document.
export const parseOptions = { logLevel: 'error', prettyErrors: false, stringKeys: true } as const

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
  const placeAt = (offset: number): SourceLocation => placeOf(source.file, lines, offset)
  try {
    const document = parseDocument(source.text, { ...parseOptions, lineCounter: lines })
    const faults = faultsOfDocument(document, source.text, placeAt)
    if (hasErrors(faults)) return failed(source, faults)
    return toYamlDocument(source, document, placeAt)
  } catch (error) {
    return failed(source, [unexpectedFault(error, placeAt(0))])
  }
}

function toYamlDocument(source: SourceText, document: Document.Parsed, placeAt: PlaceAt): YamlDocument {
  const value: unknown = document.toJS({ maxAliasCount })
  if (value === null) return failed(source, [yamlIssue('YAML_EMPTY', [], {}, { location: placeAt(0) })])
  return {
    file: source.file,
    value,
    issues: [],
    locate: (path, anchor) => {
      const offset = locateNode(document, path, anchor)
      return offset === undefined ? undefined : placeAt(offset)
    },
  }
}

export type PlaceAt = (offset: number) => SourceLocation

export function failed(source: SourceText, issues: readonly Issue[]): YamlDocument {
  return { file: source.file, value: undefined, issues, locate: () => undefined }
}

export function placeOf(file: string, lines: LineCounter, offset: number): SourceLocation {
  const { line, col } = lines.linePos(offset)
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** The library throws for alias bombs. */
export function unexpectedFault(error: unknown, location: SourceLocation): Issue {
  if (error instanceof ReferenceError) return yamlIssue('YAML_ALIASES', [], {}, { location })
  return yamlIssue('YAML_SYNTAX', [], { reason: firstLine(error) }, { location })
}

function faultsOfDocument(document: Document.Parsed, text: string, placeAt: PlaceAt): Issue[] {
  const duplicates = document.errors.filter((error) => error.code === 'DUPLICATE_KEY')
  const others = document.errors.filter((error) => error.code !== 'DUPLICATE_KEY')
  const first = others[0]
  if (first) return [syntaxIssue(first.code, first.message, placeAt(first.pos[0]))]
  return [
    ...duplicates.map((error) =>
      yamlIssue(
        'YAML_DUPLICATE_KEY',
        [],
        { key: keyAt(document, error.pos[0]) },
        { location: placeAt(error.pos[0]) },
      ),
    ),
    ...mergeKeyFaults(document, text, placeAt),
  ]
}

export function syntaxIssue(code: string, message: string, location: SourceLocation): Issue {
  if (code === 'MULTIPLE_DOCS') return yamlIssue('YAML_SEVERAL_DOCUMENTS', [], {}, { location })
  return yamlIssue('YAML_SYNTAX', [], { reason: firstLine(message) }, { location })
}

/** Merge keys, which the library lets pass as ordinary keys. The walk is spared where the text has none. */
function mergeKeyFaults(document: Document.Parsed, text: string, placeAt: PlaceAt): Issue[] {
  if (!text.includes('<<')) return []
  const faults: Issue[] = []
  visit(document, {
    Pair: (_key, pair) => {
      if (!isScalar(pair.key) || pair.key.value !== '<<') return
      faults.push(
        yamlIssue('YAML_MERGE_KEY', [], {}, { location: placeAt((pair.key as ParsedNode).range[0]) }),
      )
    },
  })
  return faults
}

function keyAt(document: Document.Parsed, offset: number): string {
  let found = ''
  visit(document, {
    Scalar: (_key, node) => {
      if ((node as ParsedNode).range[0] !== offset) return undefined
      found = String(node.value)
      return visit.BREAK
    },
  })
  return found
}

function firstLine(reason: unknown): string {
  const text = reason instanceof Error ? reason.message : String(reason)
  return (text.split('\n')[0] ?? '').replace(/:$/, '')
}
