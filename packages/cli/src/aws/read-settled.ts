import { type StackDescription, settleStack } from '@sec/aws'
import { type Deployed, readDeployed } from './deployed.js'
import type { AwsRun } from './run.js'

/**
 * Looks at the stack as {@link readDeployed} does. An empty stack that is on its way out is waited for: somebody has
 * looked at the changes of a stack that does not exist yet, and that takes seconds.
 */
export async function readSettled(run: AwsRun): Promise<Deployed> {
  const deployed = await readDeployed(run)
  const { state } = deployed
  if (state.kind !== 'busy' || state.operation !== 'delete') return deployed
  if (!(await hadNoResources(run, state.stack))) return deployed
  await settleStack(run.aws.stacks, state.stack.stackName, run.shield.waiting)
  return readDeployed(run)
}

async function hadNoResources({ aws }: AwsRun, { stackId }: StackDescription): Promise<boolean> {
  const events = await aws.stacks.describeStackEvents(stackId, undefined, 1)
  return (
    events.length > 0 && events.every(({ resourceType }) => resourceType === 'AWS::CloudFormation::Stack')
  )
}
