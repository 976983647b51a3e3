import { continueRollback, type StackDescription } from '@sec/aws'
import { confirm } from '@sec/common/cli'
import { busyError } from './busy-error.js'
import { operationToken } from './change-set.js'
import { type Deployed, readDeployed } from './deployed.js'
import { eventTeller } from './event-teller.js'
import { stopForFailure } from './failed-operation.js'
import type { AwsRun } from './run.js'
import { stackError } from './stack-error.js'
import { deleteToTheEnd } from './take-down.js'

/**
 * Brings the stack into a state from which it can be deployed.
 *
 * A creation that failed left a stack that can only be deleted; a rollback that got stuck can be continued. Both are
 * done after a question. What somebody else has under way is left alone.
 */
export async function makeReady(run: AwsRun, deployed: Deployed, who: string): Promise<Deployed> {
  const { state } = deployed
  switch (state.kind) {
    case 'absent':
    case 'empty':
    case 'ready':
      return deployed
    case 'busy':
      throw await busyError(run, state.stack)
    case 'only-deletable':
      await deleteRemains(run, state.stack, who)
      return { state: { kind: 'absent' } }
    case 'rollback-stuck':
      await finishRollback(run, state.stack, who)
      return readDeployed(run)
    case 'delete-failed':
      throw stackError('STACK_HALF_DELETED', { stack: state.stack.stackName })
  }
}

async function deleteRemains(run: AwsRun, stack: StackDescription, who: string): Promise<void> {
  const text = `The stack ${stack.stackName} is in ${stack.status}: its creation failed, and it can only be deleted. Delete it and create it anew?`
  await confirm({ kind: 'yes-no', text }, run.options, run.context)
  await deleteToTheEnd(run, stack, stack.roleArn, who)
}

async function finishRollback(run: AwsRun, stack: StackDescription, who: string): Promise<void> {
  const text = `The stack ${stack.stackName} is in UPDATE_ROLLBACK_FAILED: the rollback of an update got stuck. Continue the rollback now? Mend first what kept it from ending.`
  await confirm({ kind: 'yes-no', text }, run.options, run.context)
  run.shield.raise()
  const token = operationToken(run, who)
  const result = await continueRollback(
    run.aws.stacks,
    stack,
    token,
    run.shield.waiting,
    eventTeller(run.context),
  )
  await stopForFailure(run, result)
  run.shield.lower()
}
