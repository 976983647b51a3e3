import type { OperationResult, ResourceChange, StackDescription } from '@sec/aws'
import { someOf } from '../output/some-of.js'
import { finding, findingKinds } from './finding-kinds.js'
import type { AwsRun } from './run.js'

/** A server may say that all is complete, and have left out what it cannot make: AWS has an event for all it makes. */
export async function tellMissingResources(
  run: AwsRun,
  stackId: string,
  changes: readonly ResourceChange[],
  { events }: OperationResult,
): Promise<void> {
  const told = new Set(events.map(({ logicalId }) => logicalId))
  const untold = changes.filter(({ action, logicalId }) => action === 'Add' && !told.has(logicalId))
  if (untold.length === 0) return
  const there = new Set((await run.aws.stacks.listStackResources(stackId)).map(({ logicalId }) => logicalId))
  await tell(
    run,
    'resources',
    untold.map(({ logicalId }) => logicalId).filter((logicalId) => !there.has(logicalId)),
  )
}

/** @returns The outputs of the template that the stack does not have. */
export async function tellMissingOutputs(
  run: AwsRun,
  { outputs }: Pick<StackDescription, 'outputs'>,
): Promise<readonly string[]> {
  const missing = Object.keys(run.template.Outputs).filter((key) => outputs[key] === undefined)
  await tell(run, 'outputs', missing)
  return missing
}

async function tell(run: AwsRun, what: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const { stackName: stack } = run.model.identity
  await run.estate.show(
    [finding('STACK_INCOMPLETE', [], { stack, what, names: someOf(names, 5) })],
    findingKinds,
  )
}
