import {
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  type Stack,
  StackStatus,
} from '@aws-sdk/client-cloudformation'
import type { StackDescription, StackResource, StackSummary } from '../../ports.js'
import { readPages } from '../pages.js'
import { sendCall } from '../send-call.js'
import { fromApiTags } from '../tags.js'
import { type CloudFormation, isNoStack, msOf } from './cloudformation.js'

export async function describeStack(
  { session, client }: CloudFormation,
  nameOrId: string,
): Promise<StackDescription | undefined> {
  const command = new DescribeStacksCommand({ StackName: nameOrId })
  const { Stacks = [] } = await sendCall(
    session,
    'cloudformation:DescribeStacks',
    (options) => client.send(command, options),
    { recover: (refusal) => (isNoStack(refusal) ? { Stacks: [] as Stack[] } : undefined) },
  )
  // A server may know no filter, and answer all.
  const stack = Stacks.find(({ StackName, StackId }) => StackName === nameOrId || StackId === nameOrId)
  return stack && toDescription(stack)
}

function toDescription(stack: Stack): StackDescription {
  return {
    stackId: stack.StackId ?? '',
    stackName: stack.StackName ?? '',
    status: stack.StackStatus ?? '',
    statusReason: stack.StackStatusReason ?? '',
    outputs: Object.fromEntries(
      (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
    ),
    tags: fromApiTags(stack.Tags),
    terminationProtection: stack.EnableTerminationProtection ?? false,
    notificationArns: stack.NotificationARNs ?? [],
    ...(stack.RoleARN && { roleArn: stack.RoleARN }),
    createdMs: msOf(stack.CreationTime),
    ...(stack.LastUpdatedTime && { updatedMs: msOf(stack.LastUpdatedTime) }),
  }
}

const notDeleted = Object.values(StackStatus).filter((status) => status !== StackStatus.DELETE_COMPLETE)

export async function listStacks({ session, client }: CloudFormation): Promise<readonly StackSummary[]> {
  const stacks = await readPages(async (NextToken) => {
    const command = new ListStacksCommand({ StackStatusFilter: notDeleted, NextToken })
    const page = await sendCall(session, 'cloudformation:ListStacks', (options) =>
      client.send(command, options),
    )
    return { items: page.StackSummaries, nextToken: page.NextToken }
  })
  return stacks
    .filter(({ StackStatus: status }) => status !== StackStatus.DELETE_COMPLETE)
    .map((stack) => ({
      stackId: stack.StackId ?? '',
      stackName: stack.StackName ?? '',
      status: stack.StackStatus ?? '',
      createdMs: msOf(stack.CreationTime),
    }))
}

export async function getTemplate({ session, client }: CloudFormation, nameOrId: string): Promise<string> {
  const command = new GetTemplateCommand({ StackName: nameOrId, TemplateStage: 'Original' })
  const { TemplateBody } = await sendCall(session, 'cloudformation:GetTemplate', (options) =>
    client.send(command, options),
  )
  return TemplateBody ?? ''
}

export async function listStackResources(
  { session, client }: CloudFormation,
  stackId: string,
): Promise<readonly StackResource[]> {
  const resources = await readPages(async (NextToken) => {
    const command = new ListStackResourcesCommand({ StackName: stackId, NextToken })
    const page = await sendCall(session, 'cloudformation:ListStackResources', (options) =>
      client.send(command, options),
    )
    return { items: page.StackResourceSummaries, nextToken: page.NextToken }
  })
  // A server may list resources of types that it cannot make as entries without a name.
  const named = resources.filter(({ LogicalResourceId }) => LogicalResourceId)
  return named.map((resource) => ({
    logicalId: resource.LogicalResourceId ?? '',
    physicalId: resource.PhysicalResourceId ?? '',
    resourceType: resource.ResourceType ?? '',
    status: resource.ResourceStatus ?? '',
  }))
}
