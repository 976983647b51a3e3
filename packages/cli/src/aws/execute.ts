import { type ChangeSetIds, executeChangeSet, type OperationResult, stackStateOf } from '@sec/aws'
import { isProvisionerError } from '@sec/common'
import { busyError } from './busy-error.js'
import { operationToken } from './change-set.js'
import { eventTeller } from './event-teller.js'
import type { AwsRun } from './run.js'

/** The change set is gone with another's execution, or the stack is refused while that goes on. */
function isAtWorkElsewhere(error: unknown): boolean {
  if (!isProvisionerError(error)) return false
  if (error.code === 'AWS_CHANGE_SET_GONE') return true
  return error.code === 'AWS_REFUSED' && /_IN_PROGRESS state/.test(error.message)
}

/** Executes the change set and tells its events; where somebody else was quicker, it says who. */
export async function execute(run: AwsRun, ids: ChangeSetIds, who: string): Promise<OperationResult> {
  const { aws, shield, context } = run
  try {
    return await executeChangeSet(
      aws.stacks,
      ids,
      operationToken(run, who),
      shield.waiting,
      eventTeller(context),
    )
  } catch (error) {
    if (!isAtWorkElsewhere(error)) throw error
    const state = stackStateOf(await aws.stacks.describeStack(ids.stackId))
    throw state.kind === 'busy' ? await busyError(run, state.stack) : error
  }
}
