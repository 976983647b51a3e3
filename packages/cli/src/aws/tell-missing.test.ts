import type { OperationResult, ResourceChange, StackResource } from '@sec/aws'
import type { Issue } from '@sec/common'
import { describe, expect, it } from 'vitest'
import type { AwsRun } from './run.js'
import { tellMissingOutputs, tellMissingResources } from './tell-missing.js'

/** A run on a stack that lists these resources, whose template has these outputs; it remembers what it showed. */
function runWith(listed: readonly string[], outputs: readonly string[] = []) {
  const shown: Issue[] = []
  let lists = 0
  const run = {
    estate: { show: async (issues: readonly Issue[]) => shown.push(...issues) > 0 },
    model: { identity: { stackName: 'edge' } },
    template: { Outputs: Object.fromEntries(outputs.map((key) => [key, {}])) },
    aws: {
      stacks: {
        listStackResources: async () => {
          lists += 1
          return listed.map((logicalId) => ({ logicalId }) as StackResource)
        },
      },
    },
  } as unknown as AwsRun
  return {
    run,
    names: () => shown.map(({ code, args }) => [code, (args as { names: string }).names]),
    lists: () => lists,
  }
}

const change = (action: string, logicalId: string) => ({ action, logicalId }) as ResourceChange
const changes = [change('Add', 'A'), change('Add', 'B'), change('Modify', 'C')]
const told = (...logicalIds: readonly string[]) =>
  ({ events: logicalIds.map((logicalId) => ({ logicalId })) }) as unknown as OperationResult

describe('resources that are missing although the stack is complete', () => {
  it('are not looked for where every addition has an event, as on AWS', async () => {
    const { run, names, lists } = runWith([])
    await tellMissingResources(run, 'id', changes, told('A', 'B'))
    expect([names(), lists()]).toEqual([[], 0])
  })

  it('are none where the stack lists what has no event', async () => {
    const { run, names } = runWith(['A', 'B'])
    await tellMissingResources(run, 'id', changes, told('edge'))
    expect(names()).toEqual([])
  })

  it('are named', async () => {
    const { run, names } = runWith(['A'])
    await tellMissingResources(run, 'id', changes, told('edge'))
    expect(names()).toEqual([['STACK_INCOMPLETE', 'B']])
  })
})

describe('outputs that the stack does not tell', () => {
  it('are named, some of them where they are many', async () => {
    const { run, names } = runWith([], ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
    expect(await tellMissingOutputs(run, { outputs: { A: 'x' } })).toHaveLength(7)
    expect(names()).toEqual([['STACK_INCOMPLETE', 'B, C, D, E, F and 2 more']])
  })

  it('are none on AWS', async () => {
    const { run, names } = runWith([], ['A'])
    expect(await tellMissingOutputs(run, { outputs: { A: 'x' } })).toEqual([])
    expect(names()).toEqual([])
  })
})
