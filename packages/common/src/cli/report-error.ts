import { type ExitCode, exitCodes } from '../error/exit-code.js'
import { exitCodeOf, isProvisionerError } from '../error/provisioner-error.js'
import type { DescribedIssue } from '../issue/issue.js'
import { describeIssue } from '../issue/issue-kinds.js'
import type { ActionContext } from './command.js'
import { fileIssue, fileIssueKinds } from './file-issues.js'
import { Interruption, interruptionIn } from './interruption.js'

/** Shows and logs what stopped an action: one calm line, the causes with `--verbose` in the log. */
export function reportError(error: unknown, { output, log, signal }: ActionContext): ExitCode {
  const interruption = interruptionIn(error, signal)
  output.issues([issueOfError(interruption ?? error)])
  for (const line of causeChain(error)) log.write('DEBUG', line)
  if (interruption) return interruption.message === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted
  if (!isProvisionerError(error)) log.write('CRITICAL', 'this is a fault of the program')
  return exitCodeOf(error)
}

/** An error as the output shows it. */
export function issueOfError(error: unknown): DescribedIssue {
  if (isProvisionerError(error))
    return { code: error.code, severity: 'error', message: error.message, hint: error.hint, path: [] }
  if (error instanceof Interruption)
    return describeIssue(fileIssue('INTERRUPTED', [], { signal: error.message }), fileIssueKinds)
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return describeIssue(fileIssue('INTERNAL_FAULT', [], { reason }), fileIssueKinds)
}

/** The error and what caused it, with stack traces, a line each. */
function causeChain(error: unknown): string[] {
  const lines: string[] = []
  for (let cause: unknown = error; cause !== undefined && lines.length < 100; ) {
    lines.push(...(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)).split('\n'))
    cause = cause instanceof Error ? cause.cause : undefined
  }
  return lines
}
