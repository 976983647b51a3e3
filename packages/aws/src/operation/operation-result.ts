import type { StackApi, StackEvent } from '../ports.js'
import { orInstead } from '../wait/refusals.js'
import type { Waiting } from '../waiting.js'
import type { Failure } from './failure.js'
import { findRootCause, type RootCause } from './find-root-cause.js'
import { leftBehind } from './left-behind.js'

/** How an operation ended. */
export type OperationResult =
  | ({ readonly kind: 'complete' } & OperationEnd)
  | ({ readonly kind: 'failed'; readonly rootCause: RootCause } & OperationEnd)

export interface OperationEnd {
  /** The stack's status at the end, such as `UPDATE_COMPLETE`; `DELETE_COMPLETE` where it is gone. */
  readonly status: string
  /** By AWS's clock. */
  readonly durationMs: number
  /** Of this operation, oldest first. */
  readonly events: readonly StackEvent[]
  /** Resources that the clean-up of an update left in the account, outside of the stack. */
  readonly leftBehind: readonly Failure[]
}

/** What was asked for; it tells which status is a success. */
export type OperationKind = 'change' | 'delete' | 'continue-rollback'

const successes: Readonly<Record<OperationKind, readonly string[]>> = {
  change: ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'],
  delete: ['DELETE_COMPLETE'],
  'continue-rollback': ['UPDATE_ROLLBACK_COMPLETE'],
}

/** Puts the end of an operation together; for a failure AWS is asked what its early validation found. */
export async function operationResult(
  api: Pick<StackApi, 'describeFailedEvents'>,
  ended: { readonly kind: OperationKind; readonly stackId: string; readonly status: string },
  events: readonly StackEvent[],
  waiting: Waiting,
): Promise<OperationResult> {
  const { kind, stackId, status } = ended
  const durationMs = Math.max((events.at(-1)?.atMs ?? 0) - (events[0]?.atMs ?? 0), 0)
  const end = { status, durationMs, events, leftBehind: leftBehind(events, status, stackId) }
  if (successes[kind].includes(status)) return { kind: 'complete', ...end }
  const failedEvents = await orInstead(api.describeFailedEvents({ stackName: stackId }), [], waiting)
  return { kind: 'failed', ...end, rootCause: findRootCause(events, failedEvents, stackId) }
}
