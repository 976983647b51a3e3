import { type Document, isCollection, isScalar, type ParsedNode, visit, type YAMLParseError } from 'yaml'
import type { Issue, SourceLocation } from '../issue/issue.js'
import type { PlaceAt } from './source-text.js'
import { syntaxReason } from './syntax-reasons.js'
import { yamlIssue } from './yaml-issues.js'

/** The first fault of the grammar, where a person would look for it. */
export function syntaxFault(document: Document.Parsed, text: string, placeAt: PlaceAt): Issue | undefined {
  const [first] = document.errors
  if (first === undefined) return undefined
  if (first.code === 'MULTIPLE_DOCS')
    return yamlIssue('YAML_SEVERAL_DOCUMENTS', [], {}, { location: placeAt(first.pos[0]) })
  if (isUnderFinishedValue(document.errors, first))
    return fault('BAD_INDENT', '', placeAt(nextLine(text, first.pos[0])))
  return fault(first.code, first.message, placeAt(offsetOf(document, text, first)))
}

function fault(code: string, message: string, location: SourceLocation): Issue {
  return yamlIssue('YAML_SYNTAX', [], syntaxReason(code, message), { location })
}

/** A line that is indented further than the finished `key: value` above it: the library points at the one above. */
function isUnderFinishedValue(errors: readonly YAMLParseError[], first: YAMLParseError): boolean {
  return ['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'].every((code) =>
    errors.some((error) => error.code === code && error.pos[0] === first.pos[0]),
  )
}

function nextLine(text: string, offset: number): number {
  const match = /\n\s*/g
  match.lastIndex = offset
  return match.exec(text) ? match.lastIndex : offset
}

/** What is not closed stands where it was opened; a line with a wrong indentation at its first character. */
function offsetOf(document: Document.Parsed, text: string, { code, message, pos }: YAMLParseError): number {
  const [offset] = pos
  if (/^Missing closing|^Flow (?:map|sequence)/.test(message))
    return openingBefore(document, offset) ?? offset
  return code === 'BAD_INDENT'
    ? offset + (/^ */.exec(text.slice(offset, offset + 1000))?.[0].length ?? 0)
    : offset
}

/** Where the innermost quote or bracket that reaches to the offset begins. */
function openingBefore(document: Document.Parsed, offset: number): number | undefined {
  let opening: number | undefined
  visit(document, (_key, node) => {
    const isOpened = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow
    const [start, end] = (node as ParsedNode).range ?? [0, -1]
    if (isOpened && start < offset && offset <= end + 1) opening = start
  })
  return opening
}
