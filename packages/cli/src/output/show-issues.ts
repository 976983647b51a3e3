import { type DescribedIssue, hasErrors } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import type { SecOptions } from '../flags.js'
import type { Sources } from '../input/sources.js'

/** Shows the issues and answers whether they let the action go on: no error, and with `--strict` no warning. */
export function showIssues(
  issues: readonly DescribedIssue[],
  sources: Sources,
  { strict }: Pick<SecOptions, 'strict'>,
  { output }: ActionContext,
): boolean {
  output.issues(issues, sources.textOf)
  if (hasErrors(issues)) return false
  const isStopped = strict && issues.some(({ severity }) => severity === 'warning')
  if (isStopped) output.note('stopped: with --strict, warnings count as errors')
  return !isStopped
}
