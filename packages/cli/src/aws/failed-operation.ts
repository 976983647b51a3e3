import { hintFor, type OperationResult, type RootCause, type ValidationFinding } from '@sec/aws'
import { iamHintFor } from '@sec/aws/iam'
import { counted, type Issue, type IssuePath } from '@sec/common'
import { originOf } from '@sec/core'
import { finding, findingKinds } from './finding-kinds.js'
import type { AwsRun } from './run.js'
import { Stopped } from './stop.js'

/** Shows a failed operation: its cause first, at the config's line, then what state the stack is in. */
export async function stopForFailure(run: AwsRun, result: OperationResult): Promise<void> {
  if (result.kind === 'complete') return
  const { status, rootCause } = result
  await run.estate.show([causeIssue(run, rootCause)], findingKinds)
  const { output } = run.context
  if (rootCause.followers > 0)
    output.note(`${counted(rootCause.followers, 'further resource')} failed or ended because of it`)
  for (const { logicalId, reason } of rootCause.others)
    output.note(`beside it failed ${logicalId}: ${reason}`)
  if (rootCause.rollbackFailure)
    output.note(
      `the rollback got stuck at ${rootCause.rollbackFailure.logicalId}: ${rootCause.rollbackFailure.reason}`,
    )
  await tellLeftBehind(run, result)
  output.note(`the stack ${run.model.identity.stackName} is now ${status}`)
  output.field('stack', { name: run.model.identity.stackName, status })
  throw new Stopped()
}

/** What an update, or its rollback, could not delete: it stays in the account, outside of the stack. */
export async function tellLeftBehind(run: AwsRun, { leftBehind }: OperationResult): Promise<void> {
  const issues = leftBehind.map(({ resourceType: type, physicalId: name, reason }) =>
    finding('STACK_LEFT_BEHIND', [], { type, name, reason }),
  )
  if (issues.length > 0) await run.estate.show(issues, findingKinds)
}

function causeIssue(run: AwsRun, cause: RootCause): Issue {
  const { resourceType: type, logicalId: id, physicalId: name, status, reason, path } = cause
  const hint = iamHintFor(cause.rawReason) || cause.hint || (status === 'VALIDATION_ERROR' ? mendIt : '')
  return failureIssue(run, { type, id, name, verb: verbOf(status), reason, hint }, path)
}

const mendIt = 'mend what the message names, then run the command again'

/** What CloudFormation's early validation found, before anything was done. */
export function validationIssue(run: AwsRun, found: ValidationFinding): Issue {
  const { logicalId: id, resourceType: type, reason, path } = found
  const hint = iamHintFor(reason) || hintFor(reason) || mendIt
  return failureIssue(run, { type, id, name: '', verb: 'deployed', reason, hint }, path)
}

type FailureArgs = Parameters<(typeof findingKinds)['STACK_RESOURCE_FAILED']['message']>[0]

/**
 * At the line that the reason is about; else at the name of the entry, rather than at its first key.
 *
 * @param templatePath - Where in the template, such as `/Resources/Role/Properties/ManagedPolicyArns/1`, where AWS says so.
 */
function failureIssue({ model }: AwsRun, args: FailureArgs, templatePath = ''): Issue {
  const path: IssuePath = originOf(model, args.id, `${templatePath} ${args.reason}`)?.path ?? []
  const isEntry = path.length === 3
  return finding('STACK_RESOURCE_FAILED', path, args, { anchor: isEntry ? 'key' : 'value' })
}

function verbOf(status: string): string {
  if (status.startsWith('DELETE')) return 'deleted'
  return status.startsWith('CREATE') ? 'created' : 'changed'
}
