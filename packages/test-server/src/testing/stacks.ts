import { setTimeout as sleep } from 'node:timers/promises'
import {
  type CloudFormationClient,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStackResourceDriftsCommand,
  DescribeStacksCommand,
  DetectStackDriftCommand,
  ExecuteChangeSetCommand,
  type Stack,
  type StackResourceDrift,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation'

/** A template with these resources. */
export const template = (Resources: object): string => JSON.stringify({ Resources })

const named = { Capabilities: ['CAPABILITY_NAMED_IAM' as const] }

/** Creates a stack and gives it back when nothing happens to it any more. */
export async function createStack(client: CloudFormationClient, StackName: string, resources: object) {
  await client.send(new CreateStackCommand({ StackName, TemplateBody: template(resources), ...named }))
  return waitForStack(client, StackName)
}

export async function updateStack(client: CloudFormationClient, StackName: string, resources: object) {
  await client.send(new UpdateStackCommand({ StackName, TemplateBody: template(resources), ...named }))
  return waitForStack(client, StackName)
}

export async function deleteStack(client: CloudFormationClient, stack: Stack) {
  await client.send(new DeleteStackCommand({ StackName: stack.StackName }))
  return waitForStack(client, stack.StackId as string)
}

/** The stack, once its status no longer ends in IN_PROGRESS; a deleted one is found by its id only. */
export async function waitForStack(client: CloudFormationClient, StackName: string): Promise<Stack> {
  for (;;) {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }))
    const stack = Stacks?.[0] as Stack
    if (!stack.StackStatus?.endsWith('_IN_PROGRESS')) return stack
    await sleep(20)
  }
}

/** The reasons of everything that failed, oldest first. */
export async function failuresOf(client: CloudFormationClient, StackName: string): Promise<string[]> {
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }))
  return StackEvents.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED'))
    .map(({ ResourceStatusReason }) => ResourceStatusReason ?? '')
    .reverse()
}

/** What drift detection finds for each resource. */
export async function driftsOf(
  client: CloudFormationClient,
  StackName: string,
): Promise<StackResourceDrift[]> {
  await client.send(new DetectStackDriftCommand({ StackName }))
  const { StackResourceDrifts = [] } = await client.send(
    new DescribeStackResourceDriftsCommand({ StackName }),
  )
  return StackResourceDrifts
}

/** Creates a change set and describes it. */
export async function createChangeSet(
  client: CloudFormationClient,
  input: Partial<CreateChangeSetCommandInput> & {
    readonly StackName: string
    readonly ChangeSetName: string
  },
) {
  const { Id } = await client.send(new CreateChangeSetCommand({ ...named, ...input }))
  return client.send(new DescribeChangeSetCommand({ ChangeSetName: Id }))
}

export async function executeChangeSet(
  client: CloudFormationClient,
  StackName: string,
  ChangeSetName: string,
) {
  await client.send(new ExecuteChangeSetCommand({ StackName, ChangeSetName }))
  return waitForStack(client, StackName)
}
