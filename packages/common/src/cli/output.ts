import type { ExitCode } from '../error/exit-code.js'
import type { DescribedIssue } from '../issue/issue.js'
import type { SourceLookup } from './render-issue.js'

/** What an action says: the same calls for people and for scripts. */
export interface Output {
  /** Faults, sorted; for people with the line they stand at. */
  readonly issues: (issues: readonly DescribedIssue[], sourceOf?: SourceLookup) => void
  /** A line of the result. */
  readonly result: (line: string) => void
  /** A line beside the result, such as what to do next. */
  readonly note: (line: string) => void
  /** A line about what is happening; it is logged too. */
  readonly progress: (line: string) => void
  /** What is waited for, shown with its time on a terminal until something else is, or nothing. */
  readonly status: (text: string | undefined) => void
  /** A line that is shown with `--verbose` only. */
  readonly detail: (line: string) => void
  /** A file that the action wrote, by its absolute path. */
  readonly file: (path: string) => void
  /** A field that the action adds to its JSON document, such as `plan`. */
  readonly field: (name: string, value: unknown) => void
}

/** An output, and what ends it. */
export interface EndableOutput extends Output {
  readonly end: (exitCode: ExitCode, logPath?: string) => void
}

export interface OutputSettings {
  readonly action: string | null
  readonly format: 'text' | 'json'
  readonly isQuiet: boolean
  readonly isVerbose: boolean
  /** With `--strict` warnings stop, so they are shown even when quiet. */
  readonly isStrict: boolean
}
