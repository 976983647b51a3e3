import type { OperationEvent, StackEvent } from '../ports.js'
import { isOfStackItself } from '../stack/stack-events.js'
import { type Failure, failureOf, isFollower } from './failure.js'
import { hintFor } from './hint-for.js'
import { findingsOf, type ValidationFinding } from './validation-findings.js'

/** Why an operation failed. */
export interface RootCause extends Failure {
  /** How many more resources failed only because of this, or were cancelled. */
  readonly followers: number
  /** Resources that failed beside this one for reasons of their own. */
  readonly others: readonly Failure[]
  /** What kept the rollback from ending, where it failed, too. */
  readonly rollbackFailure?: Failure
}

/**
 * Finds what went wrong first: a finding of the early validation, which CloudFormation does not write
 * into the stack's events, or else the first resource that failed for a reason of its own.
 *
 * @param events - Of one operation, in any order of equal times.
 * @param operationEvents - Of `describeFailedEvents`; those of other operations are left out here.
 */
export function findRootCause(
  events: readonly StackEvent[],
  operationEvents: readonly OperationEvent[],
  stackId: string,
): RootCause {
  const { forward, rollback } = phasesOf(events, stackId)
  const failed = oncePerResource(forward.filter((event) => isFailure(event, stackId)))
  const own = failed.filter(hasOwnReason).map(failureOf)
  const kept = rollback.filter((event) => isFailure(event, stackId) && hasOwnReason(event)).map(failureOf)
  const found = findingsOf(operationEvents.filter((event) => isOfOperation(event, events, stackId)))
    .filter(({ mode }) => mode === 'FAIL')
    .map(failureOfFinding)
  const [first, ...others] = [...found, ...own]
  const cause = first ?? kept[0] ?? withoutResource(events, failed, stackId)
  const rollbackFailure = first && rollbackFailed(events, stackId) ? kept[0] : undefined
  return {
    ...cause,
    followers: failed.filter((event) => !hasOwnReason(event) && event.logicalId !== cause.logicalId).length,
    others,
    ...(rollbackFailure && { rollbackFailure }),
  }
}

/** What happened before the rollback began, and from then on. */
function phasesOf(events: readonly StackEvent[], stackId: string) {
  const ordered = [...events].sort((a, b) => a.atMs - b.atMs)
  const turn = ordered.findIndex(
    (event) => isOfStackItself(event, stackId) && /ROLLBACK_IN_PROGRESS$/.test(event.status),
  )
  return turn < 0
    ? { forward: ordered, rollback: [] }
    : { forward: ordered.slice(0, turn), rollback: ordered.slice(turn) }
}

const isFailure = (event: StackEvent, stackId: string): boolean =>
  event.status.endsWith('_FAILED') && !isOfStackItself(event, stackId)

const hasOwnReason = ({ statusReason }: StackEvent): boolean =>
  statusReason.trim() !== '' && !isFollower(statusReason)

const oncePerResource = (events: readonly StackEvent[]): readonly StackEvent[] =>
  events.filter((event, at) => events.findIndex(({ logicalId }) => logicalId === event.logicalId) === at)

const rollbackFailed = (events: readonly StackEvent[], stackId: string): boolean =>
  events.some((event) => isOfStackItself(event, stackId) && event.status.endsWith('ROLLBACK_FAILED'))

/** By token, else by time; without either only where the stack itself says that its validation failed. */
function isOfOperation(event: OperationEvent, events: readonly StackEvent[], stackId: string): boolean {
  const tokens = events.map(({ clientRequestToken }) => clientRequestToken).filter((token) => token !== '')
  if (event.clientRequestToken && tokens.length > 0) return tokens.includes(event.clientRequestToken)
  if (event.atMs !== undefined) return event.atMs >= (events[0]?.atMs ?? 0)
  return events.some((one) => isOfStackItself(one, stackId) && /validation fail/i.test(one.statusReason))
}

const failureOfFinding = ({ logicalId, resourceType, reason, path }: ValidationFinding): Failure => ({
  logicalId,
  physicalId: '',
  resourceType,
  status: 'VALIDATION_ERROR',
  reason,
  rawReason: reason,
  hint: hintFor(reason),
  ...(path && { path }),
})

/** The stack's own reason, such as that of a cancelled update, or else a resource's that says little. */
function withoutResource(
  events: readonly StackEvent[],
  failed: readonly StackEvent[],
  stackId: string,
): Failure {
  const ofStack = events.filter(
    (event) => isOfStackItself(event, stackId) && /ROLLBACK|FAILED/.test(event.status),
  )
  const event =
    ofStack.find(hasOwnReason) ?? failed[0] ?? ofStack.find(({ statusReason }) => statusReason) ?? ofStack[0]
  const failure = event && failureOf(event)
  const none = {
    logicalId: '',
    physicalId: '',
    resourceType: '',
    status: '',
    reason: '',
    rawReason: '',
    hint: '',
  }
  return { ...none, ...failure, reason: failure?.reason || 'CloudFormation gives no reason' }
}
