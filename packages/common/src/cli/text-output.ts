import type { DescribedIssue } from '../issue/issue.js'
import { coloursFor } from './colours.js'
import type { CliContext } from './context.js'
import type { EndableOutput, OutputSettings } from './output.js'
import { renderIssue, summarizeIssues } from './render-issue.js'
import { createStatusLine, noStatusLine } from './status-line.js'

/** The result on stdout, all else on stderr. */
export function textOutput(context: CliContext, settings: OutputSettings): EndableOutput {
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
