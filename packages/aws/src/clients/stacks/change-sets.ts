import {
  type Capability,
  CreateChangeSetCommand,
  type CreateChangeSetInput,
  DeleteChangeSetCommand,
  ListChangeSetsCommand,
} from '@aws-sdk/client-cloudformation'
import type { ChangeSetIds, ChangeSetRequest, ChangeSetSummary, TemplateSource } from '../../ports.js'
import { readPages } from '../pages.js'
import { type Refusal, sendCall } from '../send-call.js'
import { toApiTags } from '../tags.js'
import { type CloudFormation, changeSetNamed, isNoChangeSet, isNoStack, msOf } from './cloudformation.js'
import { describeFirstPage } from './describe-change-set.js'

export async function createChangeSet(
  cloudFormation: CloudFormation,
  request: ChangeSetRequest,
): Promise<ChangeSetIds> {
  const { session, client } = cloudFormation
  const command = new CreateChangeSetCommand(toInput(request))
  const { Id, StackId } = await sendCall(
    session,
    'cloudformation:CreateChangeSet',
    (options) => client.send(command, options),
    { recover: (refusal) => (isOurs(refusal) ? findCreated(cloudFormation, request) : undefined) },
  )
  return { changeSetId: Id ?? request.changeSetName, stackId: StackId ?? request.stackName }
}

/** Tags and topics are always sent: an empty list takes them off, none would leave the old ones. */
function toInput(request: ChangeSetRequest): CreateChangeSetInput {
  return {
    StackName: request.stackName,
    ChangeSetName: request.changeSetName,
    ChangeSetType: request.type,
    ...toTemplate(request.template),
    Capabilities: request.capabilities as Capability[],
    Tags: toApiTags(request.tags),
    NotificationARNs: [...request.notificationArns],
    ...(request.roleArn && { RoleARN: request.roleArn }),
    Description: request.description,
    ClientToken: request.clientToken,
    IncludeNestedStacks: false,
    ...(request.revertDrift && { DeploymentMode: 'REVERT_DRIFT' as const }),
  }
}

function toTemplate(template: TemplateSource) {
  return template.kind === 'body' ? { TemplateBody: template.body } : { TemplateURL: template.url }
}

/** A first attempt that was cut off made it, unless AWS says that the one of this name is another. */
function isOurs({ code, message }: Refusal): boolean {
  return code === 'AlreadyExists' && !/mismatch/i.test(message)
}

async function findCreated(cloudFormation: CloudFormation, request: ChangeSetRequest) {
  const { changeSetName, stackName } = request
  const found = await describeFirstPage(cloudFormation, {
    ChangeSetName: changeSetName,
    StackName: stackName,
  })
  return found && { Id: found.ChangeSetId, StackId: found.StackId }
}

export async function listChangeSets(
  { session, client }: CloudFormation,
  stackName: string,
): Promise<readonly ChangeSetSummary[]> {
  const changeSets = await readPages(async (NextToken) => {
    const command = new ListChangeSetsCommand({ StackName: stackName, NextToken })
    const page = await sendCall(
      session,
      'cloudformation:ListChangeSets',
      (options) => client.send(command, options),
      { recover: (refusal) => (isNoStack(refusal) || refusal.isUnsupported ? {} : undefined) },
    )
    return 'Summaries' in page ? { items: page.Summaries, nextToken: page.NextToken } : nothing
  })
  return changeSets.map((summary) => ({
    changeSetId: summary.ChangeSetId ?? '',
    stackId: summary.StackId ?? '',
    changeSetName: summary.ChangeSetName ?? '',
    status: summary.Status ?? '',
    executionStatus: summary.ExecutionStatus ?? '',
    createdMs: msOf(summary.CreationTime),
  }))
}

const nothing = { items: undefined, nextToken: undefined }

export async function deleteChangeSet({ session, client }: CloudFormation, ids: ChangeSetIds): Promise<void> {
  const command = new DeleteChangeSetCommand(changeSetNamed(ids))
  await sendCall(session, 'cloudformation:DeleteChangeSet', (options) => client.send(command, options), {
    recover: (refusal) => (isNoChangeSet(refusal) ? ('gone' as const) : undefined),
  })
}
