import { deleteStack, type StackDescription } from '@sec/aws'
import { operationToken } from './change-set.js'
import { eventTeller } from './event-teller.js'
import { stopForFailure } from './failed-operation.js'
import type { AwsRun } from './run.js'

/** Deletes the stack and waits until it is gone; Ctrl-C does not stop it half way. */
export async function takeDown(run: AwsRun, stack: StackDescription, who: string): Promise<void> {
  await deleteToTheEnd(run, stack, run.model.deployment.serviceRoleArn, who)
}

/**
 * As {@link takeDown}, in a role of the caller's choice.
 *
 * @param roleArn - The service role that CloudFormation deletes with; undefined for the one of the stack, or the caller.
 */
export async function deleteToTheEnd(
  run: AwsRun,
  { stackId, stackName }: Pick<StackDescription, 'stackId' | 'stackName'>,
  roleArn: string | undefined,
  who: string,
): Promise<void> {
  const token = operationToken(run, who)
  const request = {
    stackId,
    stackName,
    token,
    ...(roleArn !== undefined && { roleArn }),
  }
  run.shield.raise()
  const result = await deleteStack(run.aws.stacks, request, run.shield.waiting, eventTeller(run.context))
  await stopForFailure(run, result)
  run.shield.lower()
}
