import { awsError } from '../issues/aws-error.js'
import { stackIssueKinds } from '../issues/stack-issues.js'
import type { StackApi, StackDescription, StackEvent } from '../ports.js'
import { isSettled } from '../stack/stack-events.js'
import { stackStateOf } from '../stack/stack-state.js'
import { waitLimitsMs } from '../wait/limits.js'
import { pollUntil } from '../wait/poll-until.js'
import { orInstead } from '../wait/refusals.js'
import type { Waiting } from '../waiting.js'
import { type OperationKind, type OperationResult, operationResult } from './operation-result.js'
import { type Operation, operationSoFar } from './operation-so-far.js'

/** An operation that was asked for. */
export interface FollowedOperation extends Operation {
  readonly kind: OperationKind
  readonly stackName: string
  /** The newest event before the operation; where it is absent, every event of the stack is read. */
  readonly sinceEventId?: string
  /** What becomes of it when waiting takes too long, and what to do; else CloudFormation goes on, and is to be looked after. */
  readonly ifTooLong?: { readonly goesOn: string; readonly advice: string }
}

/** The calls that following makes. */
export type FollowApi = Pick<StackApi, 'describeFailedEvents' | 'describeStack' | 'describeStackEvents'>

/** Told every event of an operation once, oldest first. */
export type OnEvent = (event: StackEvent) => void

/**
 * Follows an operation until it has ended. The stack's events decide, not its status alone: that may be
 * the old one still, or a next operation's already.
 *
 * @throws AWS_WAIT_TOO_LONG
 */
export async function followOperation(
  api: FollowApi,
  operation: FollowedOperation,
  waiting: Waiting,
  onEvent: OnEvent,
): Promise<OperationResult> {
  const look = lookAtOperation(api, operation, waiting, onEvent)
  const limitMs = waitLimitsMs.operation
  const onTimeout = () => tooLong(operation, limitMs, 'CloudFormation goes on with it')
  const { status, events } = await pollUntil(look, ({ isOver }) => isOver, waiting, { limitMs, onTimeout })
  return operationResult(api, { ...operation, status }, events, waiting)
}

interface Look {
  readonly isOver: boolean
  readonly status: string
  readonly events: readonly StackEvent[]
}

/** Events may come a little later than the status that they tell of. */
const looksForEnd = 4

function lookAtOperation(
  api: FollowApi,
  operation: FollowedOperation,
  waiting: Waiting,
  onEvent: OnEvent,
): () => Promise<Look> {
  const startedMs = waiting.nowMs()
  const seen = new Map<string, StackEvent>()
  const told = new Set<string>()
  let settledLooks = 0
  return async () => {
    const stack = await api.describeStack(operation.stackId)
    await readNewEvents(api, operation, stack, seen, waiting)
    const status = stack?.status ?? 'DELETE_COMPLETE'
    const isLate = waiting.nowMs() - startedMs >= waitLimitsMs.operationBegin
    const { events, end } = operationSoFar([...seen.values()], operation, status, isLate && isSettled(status))
    for (const event of events) if (!told.has(event.eventId)) onEvent(event)
    for (const { eventId } of events) told.add(eventId)
    settledLooks = events.length > 0 && isSettled(status) ? settledLooks + 1 : 0
    const isGone = stackStateOf(stack).kind === 'absent'
    const isOver = end !== undefined || isGone || settledLooks >= looksForEnd
    if (!isOver && events.length === 0 && isLate) throw noBegin(operation)
    return { isOver, status: end?.status ?? status, events }
  }
}

/** A stack that is gone may have no events any more; then what was seen before has to do. */
async function readNewEvents(
  api: Pick<StackApi, 'describeStackEvents'>,
  { stackId, sinceEventId }: FollowedOperation,
  stack: StackDescription | undefined,
  seen: Map<string, StackEvent>,
  waiting: Waiting,
): Promise<void> {
  const answer = api.describeStackEvents(stackId, [...seen.keys()].at(-1) ?? sinceEventId)
  const isGoing = stackStateOf(stack).kind === 'absent' || stack?.status.startsWith('DELETE_')
  const events = await (isGoing ? orInstead(answer, [], waiting) : answer)
  for (const event of [...events].reverse()) seen.set(event.eventId, event)
}

const verbs: Readonly<Record<OperationKind, string>> = {
  change: 'the deployment',
  delete: 'the deletion',
  'continue-rollback': 'the continued rollback',
}

const noBegin = (operation: FollowedOperation): Error =>
  tooLong(operation, waitLimitsMs.operationBegin, 'no sign of its beginning was seen')

const lookAfterIt =
  'look at the events of the stack in the CloudFormation console, and run the command again when it has ended'

const tooLong = (operation: FollowedOperation, limitMs: number, goesOn: string): Error =>
  awsError(stackIssueKinds, 'AWS_WAIT_TOO_LONG', {
    what: `${verbs[operation.kind]} of the stack "${operation.stackName}"`,
    limitMs,
    ...(operation.ifTooLong ?? { goesOn, advice: lookAfterIt }),
  })
