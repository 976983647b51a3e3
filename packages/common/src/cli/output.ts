import type { ExitCode } from '../error/exit-code.js'
import type { DescribedIssue } from '../issue/issue.js'
import { coloursFor } from './colours.js'
import type { CliContext } from './context.js'
import { renderIssue, type SourceLookup, summarizeIssues } from './render-issue.js'
import { createStatusLine, noStatusLine } from './status-line.js'

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

/** The output for people, or for scripts. */
export function createOutput(context: CliContext, settings: OutputSettings): EndableOutput {
  return settings.format === 'json' ? jsonOutput(context, settings) : textOutput(context, settings)
}

function textOutput(context: CliContext, settings: OutputSettings): EndableOutput {
  const colours = coloursFor(context.stderr, context.env)
  const statusLine = isLive(context, settings) ? createStatusLine(context, colours.dim) : noStatusLine
  const toResult = (text: string): void => statusLine.aside(() => context.stdout.write(text))
  const toPerson = (text: string): void => statusLine.aside(() => context.stderr.write(text))
  const isShown = ({ severity }: DescribedIssue): boolean =>
    !settings.isQuiet || severity === 'error' || (settings.isStrict && severity === 'warning')
  const nothing = (): void => undefined
  return {
    issues: (all, sourceOf = () => undefined) => {
      const issues = all.filter(isShown)
      if (issues.length === 0) return
      for (const issue of issues) toPerson(renderIssue(issue, sourceOf, colours))
      // Where no file is at fault, a sum would only say the same again.
      if (issues.some(({ file }) => file !== undefined)) toPerson(`${summarizeIssues(issues)}\n`)
    },
    result: settings.isQuiet ? nothing : (line) => toResult(`${line}\n`),
    note: settings.isQuiet ? nothing : (line) => toPerson(`${line}\n`),
    progress: settings.isQuiet ? nothing : (line) => toPerson(`${line}\n`),
    status: statusLine.show,
    detail: settings.isVerbose ? (line) => toPerson(`${colours.dim(line)}\n`) : nothing,
    file: nothing,
    field: nothing,
    end: () => statusLine.show(undefined),
  }
}

/** A dumb terminal cannot erase a line. */
function isLive({ stderr, env }: CliContext, { isQuiet }: OutputSettings): boolean {
  return stderr.isTerminal && env.TERM !== 'dumb' && !isQuiet
}

function jsonOutput({ stdout }: CliContext, settings: OutputSettings): EndableOutput {
  const issues: DescribedIssue[] = []
  const files: string[] = []
  const fields: Record<string, unknown> = {}
  const nothing = (): void => undefined
  return {
    issues: (more) => void issues.push(...more),
    result: nothing,
    note: nothing,
    progress: nothing,
    status: nothing,
    detail: nothing,
    file: (path) => void files.push(path),
    field: (name, value) => {
      fields[name] = value
    },
    end: (exitCode, log) => {
      const head = { action: settings.action, ok: exitCode === 0, exitCode, issues, files }
      stdout.write(`${JSON.stringify({ ...head, ...(log !== undefined && { log }), ...fields }, null, 2)}\n`)
    },
  }
}
