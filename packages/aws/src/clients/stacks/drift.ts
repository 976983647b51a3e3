import {
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  type StackResourceDrift,
} from '@aws-sdk/client-cloudformation'
import type { DriftDetection, ResourceDrift } from '../../ports.js'
import { readPages } from '../pages.js'
import { sendCall } from '../send-call.js'
import type { CloudFormation } from './cloudformation.js'

export async function detectStackDrift(
  { session, client }: CloudFormation,
  stackName: string,
): Promise<string> {
  const command = new DetectStackDriftCommand({ StackName: stackName })
  const { StackDriftDetectionId } = await sendCall(session, 'cloudformation:DetectStackDrift', (options) =>
    client.send(command, options),
  )
  return StackDriftDetectionId ?? ''
}

export async function describeStackDriftDetection(
  { session, client }: CloudFormation,
  detectionId: string,
): Promise<DriftDetection> {
  const command = new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: detectionId })
  const status = await sendCall(session, 'cloudformation:DescribeStackDriftDetectionStatus', (options) =>
    client.send(command, options),
  )
  return {
    status: status.DetectionStatus ?? '',
    statusReason: status.DetectionStatusReason ?? '',
    stackDriftStatus: status.StackDriftStatus ?? '',
  }
}

export async function describeResourceDrifts(
  { session, client }: CloudFormation,
  stackName: string,
): Promise<readonly ResourceDrift[]> {
  const drifts = await readPages(async (NextToken) => {
    const command = new DescribeStackResourceDriftsCommand({ StackName: stackName, NextToken })
    const page = await sendCall(session, 'cloudformation:DescribeStackResourceDrifts', (options) =>
      client.send(command, options),
    )
    return { items: page.StackResourceDrifts, nextToken: page.NextToken }
  })
  return drifts.map(toResourceDrift)
}

function toResourceDrift(drift: StackResourceDrift): ResourceDrift {
  return {
    logicalId: drift.LogicalResourceId ?? '',
    physicalId: drift.PhysicalResourceId ?? '',
    resourceType: drift.ResourceType ?? '',
    status: drift.StackResourceDriftStatus ?? '',
    differences: (drift.PropertyDifferences ?? []).map((difference) => ({
      path: difference.PropertyPath ?? '',
      expected: difference.ExpectedValue ?? '',
      actual: difference.ActualValue ?? '',
      type: difference.DifferenceType ?? '',
    })),
  }
}
