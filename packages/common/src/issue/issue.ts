/** `error` stops an action, `warning` stops it with `--strict`, `info` never does. */
export type Severity = 'error' | 'warning' | 'info'

/** Keys and list positions from the top of the document down; positions start at 0. */
export type IssuePath = readonly (string | number)[]

/** Which part of the entry at a path is meant: its key, or its value. */
export type Anchor = 'key' | 'value'

/** A place in a text. `file` is the name under which the caller handed the text in; line and column start at 1. */
export interface SourceLocation {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What an issue's message may name: texts, numbers, lists of texts. */
export type IssueArgs = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/**
 * A fault that a person can mend, as data. Words are added by {@link describeIssue}, the place by whoever
 * knows the texts. Issues are collected and returned, never thrown.
 */
export interface Issue<Code extends string = string, Args extends IssueArgs = IssueArgs> {
  readonly code: Code
  readonly severity: Severity
  readonly path: IssuePath
  readonly anchor: Anchor
  readonly args: Args
  /** Set only when the place is known without the path, as for a syntax error or a fault in a policy template. */
  readonly location?: SourceLocation
}

/** An issue in words and with its place: what people and scripts get to see. */
export interface DescribedIssue {
  readonly code: string
  readonly severity: Severity
  /** Found and expected, in one sentence without a line break. */
  readonly message: string
  /** What to do. */
  readonly hint: string
  readonly path: IssuePath
  readonly file?: string
  readonly line?: number
  readonly column?: number
}
