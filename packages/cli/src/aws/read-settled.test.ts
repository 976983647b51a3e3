import type { StackDescription } from '@sec/aws'
import { expect, it } from 'vitest'
import { readSettled } from './read-settled.js'
import type { AwsRun } from './run.js'

/** A stack that is being deleted, and is gone at the third look. */
function runOn(resourceTypes: readonly string[]) {
  const statuses = ['DELETE_IN_PROGRESS', 'DELETE_IN_PROGRESS']
  const looks = { count: 0 }
  const describeStack = async () => {
    const status = statuses[looks.count]
    looks.count += 1
    return status === undefined
      ? undefined
      : ({ stackId: 'id', stackName: 'name', status } as StackDescription)
  }
  const describeStackEvents = async () => resourceTypes.map((resourceType) => ({ resourceType }))
  const waiting = { nowMs: () => 0, sleep: async () => undefined, signal: new AbortController().signal }
  const run = {
    aws: { stacks: { describeStack, describeStackEvents } },
    model: { identity: { stackName: 'name' } },
    shield: { waiting },
  }
  return { run: run as unknown as AwsRun, looks }
}

const stack = 'AWS::CloudFormation::Stack'

it.each([
  { name: 'waits for an empty stack that is on its way out', types: [stack, stack], kind: 'absent' },
  {
    name: 'says that a stack with resources is being deleted',
    types: [stack, 'AWS::IAM::Group', stack],
    kind: 'busy',
  },
  { name: 'says so where no event tells', types: [], kind: 'busy' },
])('$name', async ({ types, kind }) => {
  const { run } = runOn(types)
  expect((await readSettled(run)).state.kind).toBe(kind)
})
