import type { DescribedIssue, Severity } from '../issue/issue.js'
import type { Colours } from './colours.js'
import { printable } from './printable.js'

/** The text of a file by the name that issues give it. */
export type SourceLookup = (file: string) => string | undefined

const frameWidth = 100

/** One issue for a terminal: its line, its hint, and the line of the file it stands at. Ends with a line break. */
export function renderIssue(issue: DescribedIssue, sourceOf: SourceLookup, colours: Colours): string {
  const head = [placeOf(issue), severityWord(issue.severity, colours), colours.dim(issue.code)]
  return [
    [...head.filter((part) => part !== ''), printable(issue.message)].join('  '),
    ...(issue.hint === '' ? [] : [`  ${colours.cyan(printable(issue.hint))}`]),
    ...codeFrame(issue, sourceOf).map((line) => `  ${colours.dim(line)}`),
    '',
  ].join('\n')
}

/** `file:line:column`, or as much of it as is known. */
function placeOf({ file, line, column }: DescribedIssue): string {
  return printable([file, line, column].filter((part) => part !== undefined).join(':'))
}

function severityWord(severity: Severity, colours: Colours): string {
  const paint = { error: colours.red, warning: colours.yellow, info: colours.blue }[severity]
  return paint(severity)
}

function codeFrame({ file, line, column }: DescribedIssue, sourceOf: SourceLookup): string[] {
  const text = file === undefined || line === undefined ? undefined : sourceOf(file)
  const written = text === undefined ? undefined : linesOf(text)[(line as number) - 1]
  if (written === undefined || written.trim() === '') return []
  const { shown, caret } = cutAround(written.replaceAll('\t', ' '), (column ?? 1) - 1)
  const gutter = String(line)
  return [`${gutter} | ${printable(shown)}`, `${' '.repeat(gutter.length)} | ${' '.repeat(caret)}^`]
}

let lastSplit: { readonly text: string; readonly lines: readonly string[] } | undefined

/** Issues are sorted by file: a text with thousands of them is split once. */
function linesOf(text: string): readonly string[] {
  if (lastSplit?.text !== text) lastSplit = { text, lines: text.split(/\r\n|\n/) }
  return lastSplit.lines
}

/** At most a line of the terminal, with the fault inside. */
function cutAround(line: string, column: number): { shown: string; caret: number } {
  const caret = Math.min(column, line.length)
  const start = Math.max(0, Math.min(caret - frameWidth / 2, line.length - frameWidth))
  return { shown: line.slice(start, start + frameWidth), caret: caret - start }
}

/** `2 errors, 1 warning in enterprise-12.yaml`: one line that sums up, or nothing for no issue. */
export function summarizeIssues(issues: readonly DescribedIssue[]): string {
  const counts = (['error', 'warning', 'info'] as const)
    .map((severity) => countOf(issues, severity))
    .filter((part) => part !== '')
  const files = [...new Set(issues.flatMap(({ file }) => (file === undefined ? [] : [file])))]
  const where =
    files.length === 0
      ? ''
      : ` in ${files.length === 1 ? printable(files[0] as string) : `${files.length} files`}`
  return counts.length === 0 ? '' : `${counts.join(', ')}${where}`
}

function countOf(issues: readonly DescribedIssue[], severity: Severity): string {
  const count = issues.filter((issue) => issue.severity === severity).length
  if (count === 0) return ''
  const word = severity === 'info' ? 'note' : severity
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
