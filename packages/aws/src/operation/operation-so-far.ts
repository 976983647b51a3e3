import type { StackEvent } from '../ports.js'
import { isOfStackItself, isSettled } from '../stack/stack-events.js'

/** One operation on one stack. */
export interface Operation {
  readonly stackId: string
  /** The client request token that it was asked for with. */
  readonly token: string
}

/** The events of one operation, oldest first, and the one that ended it. */
export interface OperationSoFar {
  readonly events: readonly StackEvent[]
  readonly end?: StackEvent
}

/**
 * Picks the events of one operation: from the first with its token to the stack's own last one. In between, events
 * of another token count, too: whoever cancels an update has the rollback under a token of their own.
 * Where the server gives no tokens at all, everything counts.
 *
 * @param events - Oldest first, from before the operation was asked for on.
 * @param stackStatus - As the stack was described last.
 * @param isAnyToken - True where our token is not waited for any longer: a server may give tokens of its own.
 */
export function operationSoFar(
  events: readonly StackEvent[],
  { stackId, token }: Operation,
  stackStatus: string,
  isAnyToken = false,
): OperationSoFar {
  const begin = beginOf(events, token, isAnyToken)
  const mine = begin < 0 ? [] : events.slice(begin)
  const end = mine.findIndex((event, at) => isEnd(event, mine.slice(at + 1), stackId, stackStatus))
  return end < 0 ? { events: mine } : { events: mine.slice(0, end + 1), end: mine[end] as StackEvent }
}

function beginOf(events: readonly StackEvent[], token: string, isAnyToken: boolean): number {
  const first = events.findIndex((event) => event.clientRequestToken === token)
  if (first >= 0) return first
  return isAnyToken || events.every((event) => event.clientRequestToken === '') ? 0 : first
}

/** A failed creation or update is the end only where no rollback follows. */
const mayRollBack: readonly string[] = ['CREATE_FAILED', 'UPDATE_FAILED', 'IMPORT_FAILED']

function isEnd(
  event: StackEvent,
  later: readonly StackEvent[],
  stackId: string,
  stackStatus: string,
): boolean {
  if (!isOfStackItself(event, stackId) || !isSettled(event.status)) return false
  if (!mayRollBack.includes(event.status)) return true
  return stackStatus === event.status && !later.some((other) => isOfStackItself(other, stackId))
}
