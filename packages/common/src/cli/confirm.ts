import type { ProvisionerError } from '../error/provisioner-error.js'
import { cliIssueKinds } from './cli-issues.js'
import type { ActionContext } from './command.js'
import type { Question } from './context.js'
import { errorOf, runIssueKinds } from './run-issues.js'

/** The flags that decide whether a question is asked. */
export interface ConfirmFlags {
  readonly force: boolean
  readonly dryRun: boolean
}

type ConfirmContext = Pick<ActionContext, 'action' | 'ask' | 'signal' | 'log'>

/**
 * Asks a question whose "no" ends the action: it goes on only when the person agrees. With `--force` nothing is
 * asked, nor with `--dry-run`, which does nothing that needs an answer.
 *
 * @returns Always true.
 * @throws `DECLINED` (exit code 3); `CLI_NO_TERMINAL` where there is nobody to ask; the signal's reason when Ctrl-C is
 *   the answer.
 */
export async function confirm(
  question: Question,
  flags: ConfirmFlags,
  context: ConfirmContext,
): Promise<true> {
  if (await isAgreed(question, flags, context)) return true
  const reason = question.kind === 'typed' ? `the answer was not "${question.expected}"` : 'the answer was no'
  throw errorOf('declined', runIssueKinds, 'DECLINED', { reason })
}

async function isAgreed(
  question: Question,
  { force, dryRun }: ConfirmFlags,
  { action, ask, signal, log }: ConfirmContext,
): Promise<boolean> {
  if (dryRun) return true
  if (force) log.write('INFO', `not asked, for --force: ${question.text}`)
  if (force) return true
  if (ask === undefined) throw noTerminal(action)
  const answer = await ask(question, signal)
  log.write('INFO', `asked: ${question.text} Answered: ${answer ? 'yes' : 'no'}`)
  return answer
}

/** An action may ask something, and nobody is there. */
export function noTerminal(action: string): ProvisionerError {
  return errorOf('usage', cliIssueKinds, 'CLI_NO_TERMINAL', { action })
}
