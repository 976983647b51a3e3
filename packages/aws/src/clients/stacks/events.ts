import {
  type OperationEvent as ApiOperationEvent,
  type StackEvent as ApiStackEvent,
  DescribeEventsCommand,
  DescribeStackEventsCommand,
} from '@aws-sdk/client-cloudformation'
import type { OperationEvent, StackApi, StackEvent } from '../../ports.js'
import { readPages } from '../pages.js'
import { sendCall } from '../send-call.js'
import { type CloudFormation, msOf } from './cloudformation.js'

export async function describeStackEvents(
  { session, client }: CloudFormation,
  stackId: string,
  untilEventId?: string,
  maxPages = Number.POSITIVE_INFINITY,
): Promise<readonly StackEvent[]> {
  const isKnown = (event: ApiStackEvent) => untilEventId !== undefined && eventIdOf(event) === untilEventId
  let pages = 0
  const events = await readPages<ApiStackEvent>(
    async (NextToken) => {
      pages += 1
      const command = new DescribeStackEventsCommand({ StackName: stackId, NextToken })
      const page = await sendCall(session, 'cloudformation:DescribeStackEvents', (options) =>
        client.send(command, options),
      )
      return { items: page.StackEvents, nextToken: page.NextToken }
    },
    (soFar) => pages >= maxPages || soFar.some(isKnown),
  )
  const known = events.findIndex(isKnown)
  return (known < 0 ? events : events.slice(0, known)).map(toStackEvent)
}

/** A server may give no ids; then what an event says tells it from others. */
function eventIdOf(event: ApiStackEvent): string {
  const { Timestamp, LogicalResourceId, PhysicalResourceId, ResourceStatus, ResourceStatusReason } = event
  const parts = [LogicalResourceId, PhysicalResourceId, ResourceStatus, ResourceStatusReason]
  return event.EventId || [msOf(Timestamp), ...parts].join('/')
}

function toStackEvent(event: ApiStackEvent): StackEvent {
  return {
    eventId: eventIdOf(event),
    atMs: msOf(event.Timestamp),
    logicalId: event.LogicalResourceId ?? '',
    physicalId: event.PhysicalResourceId ?? '',
    resourceType: event.ResourceType ?? '',
    status: event.ResourceStatus ?? '',
    statusReason: event.ResourceStatusReason ?? '',
    clientRequestToken: event.ClientRequestToken ?? '',
  }
}

/** DescribeEvents is of November 2025: a server that does not know it has found nothing. */
export async function describeFailedEvents(
  { session, client }: CloudFormation,
  of: Parameters<StackApi['describeFailedEvents']>[0],
): Promise<readonly OperationEvent[]> {
  const about = 'stackName' in of ? { StackName: of.stackName } : { ChangeSetName: of.changeSetId }
  const events = await readPages(async (NextToken) => {
    const command = new DescribeEventsCommand({ ...about, Filters: { FailedEvents: true }, NextToken })
    const page = await sendCall(
      session,
      'cloudformation:DescribeEvents',
      (options) => client.send(command, options),
      { recover: ({ isUnsupported }) => (isUnsupported ? ('unknown' as const) : undefined) },
    )
    if (page === 'unknown') return { items: undefined, nextToken: undefined }
    return { items: page.OperationEvents, nextToken: page.NextToken }
  })
  return events.map(toOperationEvent)
}

function toOperationEvent(event: ApiOperationEvent): OperationEvent {
  const time = event.Timestamp ?? event.StartTime
  return {
    eventType: event.EventType ?? '',
    ...(time && { atMs: msOf(time) }),
    ...(event.ClientRequestToken && { clientRequestToken: event.ClientRequestToken }),
    logicalId: event.LogicalResourceId ?? '',
    resourceType: event.ResourceType ?? '',
    status: event.ResourceStatus ?? '',
    statusReason: event.ResourceStatusReason ?? '',
    ...(event.ValidationName && { validationName: event.ValidationName }),
    ...(event.ValidationPath && { validationPath: event.ValidationPath }),
    ...(event.ValidationFailureMode && { validationFailureMode: event.ValidationFailureMode }),
    ...(event.ValidationStatusReason && { validationStatusReason: event.ValidationStatusReason }),
  }
}
