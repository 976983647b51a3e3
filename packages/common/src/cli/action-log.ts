import { resolve } from 'node:path'
import { ProvisionerError } from '../error/provisioner-error.js'
import { describeIssue } from '../issue/issue-kinds.js'
import type { AnyAction } from './command.js'
import type { CliContext } from './context.js'
import { fileIssue, fileIssueKinds } from './file-issues.js'
import type { CommonOptions } from './flags.js'
import { createLog, type Log } from './log.js'
import type { EndableOutput } from './output.js'
import { issueOfError } from './report-error.js'
import { describeSystemError } from './system-reasons.js'

/**
 * The log of an action, in the folder of its output. Without one a local action goes on and says so.
 *
 * @throws `LOG_NOT_WRITTEN` on the first write, for an action that calls AWS: what it did there must be known.
 */
export function actionLog(
  action: AnyAction,
  common: CommonOptions,
  context: CliContext,
  output: EndableOutput,
): Log {
  const onFailure = (file: string, cause: unknown): void => {
    const issue = fileIssue('LOG_NOT_WRITTEN', [], { file, reason: describeSystemError(cause).reason })
    const { code, message, hint } = describeIssue(issue, fileIssueKinds)
    if (action.safety !== 'local') throw new ProvisionerError('file', code, message, { hint, cause })
    output.issues([describeIssue(issue, fileIssueKinds)])
  }
  const folder = resolve(context.cwd, common.out ?? '.')
  return createLog(context, { action: action.name, folder, isVerbose: common.verbose, onFailure })
}

/** An action that did not come far enough to name its log gets one without a stem. */
export function closeLog(log: Log, output: EndableOutput): string | undefined {
  try {
    log.open()
    const path = log.path()
    log.close()
    return path
  } catch (error) {
    output.issues([issueOfError(error)])
    return undefined
  }
}
