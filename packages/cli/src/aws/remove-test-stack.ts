import { settleStack } from '@sec/aws'
import { discard } from './change-set.js'
import type { AwsRun } from './run.js'
import { takeDown } from './take-down.js'

/** Removes the change set of a test deployment that did not come so far as to execute it. */
export function discardTestChangeSet(test: AwsRun, who: string): Promise<void> {
  return discard(test, { state: { kind: 'absent' } }, who)
}

/** Removes a stack under test in whatever state it is: not there, empty, half made, complete. */
export async function removeTestStack(test: AwsRun, who: string): Promise<void> {
  test.shield.raise()
  const { aws, model, shield, context } = test
  const stack = await settleStack(aws.stacks, model.identity.stackName, shield.waiting)
  if (!stack) return
  context.output.note(`removing ${stack.stackName}`)
  await takeDown(test, stack, who)
}
