import {
  type Change,
  DescribeChangeSetCommand,
  type DescribeChangeSetInput,
  type DescribeChangeSetOutput,
  type ResourceChangeDetail,
  type ResourceTargetDefinition,
} from '@aws-sdk/client-cloudformation'
import type { ChangeDetail, ChangeSetDescription, ChangeSetIds, ResourceChange } from '../../ports.js'
import { readPages } from '../pages.js'
import { sendCall } from '../send-call.js'
import { type CloudFormation, changeSetNamed, isNoChangeSet } from './cloudformation.js'

export async function describeChangeSet(
  cloudFormation: CloudFormation,
  ids: ChangeSetIds,
): Promise<ChangeSetDescription | undefined> {
  let first: DescribeChangeSetOutput | undefined
  const changes = await readPages(async (NextToken) => {
    const input = { ...changeSetNamed(ids), NextToken, IncludePropertyValues: true }
    const page = await describeFirstPage(cloudFormation, input)
    first ??= page
    return { items: page?.Changes, nextToken: page?.NextToken }
  })
  return first && toDescription(first, changes)
}

/** @returns Undefined where there is no such change set. */
export async function describeFirstPage(
  { session, client }: CloudFormation,
  input: DescribeChangeSetInput,
): Promise<DescribeChangeSetOutput | undefined> {
  const answer = await sendCall(
    session,
    'cloudformation:DescribeChangeSet',
    (options) => client.send(new DescribeChangeSetCommand(input), options),
    { recover: (refusal) => (isNoChangeSet(refusal) ? ('none' as const) : undefined) },
  )
  return answer === 'none' ? undefined : answer
}

function toDescription(first: DescribeChangeSetOutput, changes: readonly Change[]): ChangeSetDescription {
  return {
    changeSetId: first.ChangeSetId ?? '',
    stackId: first.StackId ?? '',
    changeSetName: first.ChangeSetName ?? '',
    status: first.Status ?? '',
    statusReason: first.StatusReason ?? '',
    executionStatus: first.ExecutionStatus ?? '',
    changes: changes.flatMap(toResourceChange),
  }
}

function toResourceChange({ ResourceChange: change }: Change): ResourceChange[] {
  if (!change) return []
  return [
    {
      action: change.Action ?? '',
      logicalId: change.LogicalResourceId ?? '',
      ...(change.PhysicalResourceId && { physicalId: change.PhysicalResourceId }),
      resourceType: change.ResourceType ?? '',
      ...(change.Replacement && { replacement: change.Replacement }),
      ...(change.PolicyAction && { policyAction: change.PolicyAction }),
      ...(change.ResourceDriftStatus && { driftStatus: change.ResourceDriftStatus }),
      details: (change.Details ?? []).map(toDetail),
    },
  ]
}

function toDetail({ Target, Evaluation, ChangeSource, CausingEntity }: ResourceChangeDetail): ChangeDetail {
  return {
    attribute: Target?.Attribute ?? '',
    ...(Target?.Name && { name: Target.Name }),
    ...(Target?.RequiresRecreation && { requiresRecreation: Target.RequiresRecreation }),
    ...(Evaluation && { evaluation: Evaluation }),
    ...(ChangeSource && { changeSource: ChangeSource }),
    ...(CausingEntity && { causingEntity: CausingEntity }),
    ...(Target?.BeforeValue !== undefined && { before: Target.BeforeValue }),
    ...(Target?.AfterValue !== undefined && { after: Target.AfterValue }),
    ...(Target?.Path && { path: Target.Path }),
    ...actualOf(Target),
  }
}

/** The value before a change is what is there, or what the last deployment left: AWS says which. */
function actualOf(target: ResourceTargetDefinition | undefined): Pick<ChangeDetail, 'actual'> {
  const { BeforeValueFrom, BeforeValue, Drift } = target ?? {}
  const actual = Drift?.ActualValue ?? (BeforeValueFrom === 'ACTUAL_STATE' ? BeforeValue : undefined)
  return actual === undefined ? {} : { actual }
}
