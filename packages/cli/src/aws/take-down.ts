import { deleteStack, type StackDescription } from '@sec/aws'
import { operationToken } from './change-set.js'
import { stopForFailure } from './failed-operation.js'
import { eventTeller } from './follow.js'
import type { AwsRun } from './run.js'

/** Deletes the stack and waits until it is gone; Ctrl-C does not stop it half way. */
export async function takeDown(run: AwsRun, stack: StackDescription, who: string): Promise<void> {
  const { stackId, stackName } = stack
  const { serviceRoleArn } = run.model.deployment
  const token = operationToken(run, who)
  const request = {
    stackId,
    stackName,
    token,
    ...(serviceRoleArn !== undefined && { roleArn: serviceRoleArn }),
  }
  run.shield.raise()
  const result = await deleteStack(run.aws.stacks, request, run.shield.waiting, eventTeller(run.context))
  await stopForFailure(run, result)
  run.shield.lower()
}
