import type { StackSummary } from '@sec/aws'
import { leftoversAmong } from '@sec/core'
import { removeTestStack } from './remove-test-stack.js'
import type { AwsRun } from './run.js'

/** Removes stacks that earlier test deployments left, and names those that are left alone. */
export async function handleTestLeftovers(run: AwsRun, who: string): Promise<void> {
  const { aws, context, model, shield } = run
  const stacks = await aws.stacks.listStacks()
  const { remove, leave } = leftoversAmong(stacks, model.identity.stem, shield.waiting.nowMs())
  for (const { stack, reason } of leave)
    context.output.note(
      `another test deployment is left alone: ${stack.stackName}, ${stack.status} (${reason})`,
    )
  for (const stack of remove) await removeLeftover(run, stack, who)
}

async function removeLeftover(run: AwsRun, { stackName }: StackSummary, who: string): Promise<void> {
  run.context.output.note(`an earlier test deployment is removed: ${stackName}`)
  const { model } = run
  const leftover = { ...run, model: { ...model, identity: { ...model.identity, stackName } } }
  await removeTestStack(leftover, who)
}
