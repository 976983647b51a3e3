import type { Issue } from '../issue/issue.js'
import { byteLength } from '../text/byte-length.js'
import type { SourceText } from './source-text.js'
import { yamlIssue } from './yaml-issues.js'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const controlCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/

/** Brackets, or columns of indentation: no file of ours comes near, and the parser crashes far above. */
const maxDepth = 400

/** Faults that are found before any parsing: size, control characters, absurd nesting. */
export function faultsOfText(source: SourceText, limitBytes: number): Issue[] {
  const bytes = byteLength(source.text)
  if (bytes > limitBytes) return [yamlIssue('YAML_TOO_LARGE', [], { bytes, limitBytes }, startOf(source))]
  const match = controlCharacter.exec(source.text)
  if (match)
    return [yamlIssue('YAML_BINARY', [], { codePoint: codePointOf(match[0]) }, placeOf(source, match.index))]
  const deep = deepNesting(source.text)
  return deep === undefined
    ? []
    : [yamlIssue('YAML_TOO_DEEP', [], { limit: maxDepth }, placeOf(source, deep))]
}

const deepIndentation = new RegExp(`^[ \\t?:-]{${maxDepth},}`, 'm')

/** Where nesting passes the limit: open brackets (in quotes too, which costs nothing), or a line's indentation. */
function deepNesting(text: string): number | undefined {
  let depth = 0
  for (const match of text.matchAll(/[[\]{}]/g)) {
    depth = match[0] === '[' || match[0] === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > maxDepth) return match.index
  }
  const match = deepIndentation.exec(text)
  return match?.index
}

function startOf(source: SourceText) {
  return { location: { file: source.file, line: 1, column: 1 } }
}

function placeOf(source: SourceText, offset: number) {
  const before = source.text.slice(0, offset).split('\n')
  return { location: { file: source.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } }
}

function codePointOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
