import type { StackDescription } from '@sec/aws'
import { counted } from '@sec/common'
import type { AwsRun } from './run.js'

/** Says what will go with the stack. */
export async function listWhatGoes(
  { aws, context }: AwsRun,
  { stackId, stackName }: StackDescription,
): Promise<void> {
  const resources = await aws.stacks.listStackResources(stackId)
  const there = resources.filter(({ status }) => status !== 'DELETE_COMPLETE')
  context.output.field('leaving', there)
  context.output.note(`${stackName} holds ${counted(there.length, 'resource')}, which go with it:`)
  for (const { resourceType, physicalId, logicalId } of there)
    context.output.note(`  - ${resourceType.padEnd(23)} ${physicalId || logicalId}`)
}
