import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './estates.js'

/** What a checker says about something that we generate. */
export interface Finding {
  /** The checker's own name for it, such as `RESOURCE_MISMATCH`. */
  readonly code: string
  /** What exactly, in one line: an action, a condition key, a resource. */
  readonly about: string
  /** A statement's `Sid`, or an estate's name. */
  readonly place: string
  /** Where a person looks. */
  readonly where: string
}

/** A row of docs/findings.md: findings that stay, and why. */
export interface AcceptedFinding {
  readonly code: string
  /** Patterns in which `*` stands for anything. */
  readonly about: readonly string[]
  /** Places; `*` stands for any. */
  readonly places: readonly string[]
  readonly line: number
}

/** The rows under one checker's heading in docs/findings.md. */
export function acceptedFindings(checker: string): readonly AcceptedFinding[] {
  const lines = readFileSync(join(root, 'docs/findings.md'), 'utf8').split('\n')
  const start = lines.indexOf(`## ${checker}`)
  if (start < 0) throw new Error(`docs/findings.md has no section "${checker}"`)
  const next = lines.findIndex((line, index) => index > start && line.startsWith('## '))
  return lines.flatMap((line, index) =>
    index > start && (next < 0 || index < next) && line.startsWith('| `') ? [readRow(line, index + 1)] : [],
  )
}

function readRow(row: string, line: number): AcceptedFinding {
  const [, code = '', about = '', places = '', why = ''] = row.split('|').map((cell) => cell.trim())
  if (why === '') throw new Error(`docs/findings.md:${line}: no reason is given`)
  return { code: quotedIn(code)[0] ?? '', about: quotedIn(about), places: quotedIn(places), line }
}

const quotedIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted)

/** Whether text fits a pattern in which `*` stands for anything. */
export function fits(text: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text)
}

/** The findings that no row accepts, each in one line. */
export function unaccepted(
  findings: readonly Finding[],
  rows: readonly AcceptedFinding[],
): readonly string[] {
  const open = findings.filter((finding) => !rows.some((row) => accepts(row, finding)))
  return [...new Set(open.map(({ code, about, place, where }) => `${code} | ${about} | ${place} | ${where}`))]
}

function accepts(row: AcceptedFinding, { code, about, place }: Finding): boolean {
  return (
    row.code === code &&
    row.about.some((pattern) => fits(about, pattern)) &&
    row.places.some((pattern) => fits(place, pattern))
  )
}

/** What a row accepts and no finding needs any more. */
export function notOccurring(findings: readonly Finding[], row: AcceptedFinding): readonly string[] {
  const covered = findings.filter((finding) => accepts(row, finding))
  return [
    ...row.about.filter((pattern) => !covered.some(({ about }) => fits(about, pattern))),
    ...row.places.filter((pattern) => !covered.some(({ place }) => fits(place, pattern))),
  ]
}
