import type { LineCounter } from 'yaml'
import type { SourceLocation } from '../issue/issue.js'

/** A text and the name by which issues speak of it. */
export interface SourceText {
  readonly file: string
  readonly text: string
}

/** An offset into a text as a place in it. */
export type PlaceAt = (offset: number) => SourceLocation

/** A byte order mark is no column. */
export function placerFor({ file, text }: SourceText, lines: LineCounter): PlaceAt {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return (offset) => {
    const { line, col } = lines.linePos(offset)
    const column = line === 1 ? col - mark : col
    return { file, line: Math.max(line, 1), column: Math.max(column, 1) }
  }
}
