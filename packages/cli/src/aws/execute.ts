import { type ChangeSetIds, executeChangeSet, type OperationResult, stackStateOf } from '@sec/aws'
import { isProvisionerError } from '@sec/common'
import { busyError } from './busy-error.js'
import { operationToken } from './change-set.js'
import { eventTeller } from './follow.js'
import type { AwsRun } from './run.js'

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
    if (!isProvisionerError(error) || error.code !== 'AWS_CHANGE_SET_GONE') throw error
    const state = stackStateOf(await aws.stacks.describeStack(ids.stackId))
    throw state.kind === 'busy' ? await busyError(run, state.stack) : error
  }
}
