import { awsError } from '../issues/aws-error.js'
import { stackIssueKinds } from '../issues/stack-issues.js'
import {
  type FollowApi,
  type FollowedOperation,
  followOperation,
  type OnEvent,
} from '../operation/follow-operation.js'
import type { OperationResult } from '../operation/operation-result.js'
import { startOperation } from '../operation/start-operation.js'
import type { StackApi, StackDescription } from '../ports.js'
import { describeBusy, stackBusyError } from '../stack/describe-busy.js'
import { isOfStackItself, newestPage } from '../stack/stack-events.js'
import { stackStateOf } from '../stack/stack-state.js'
import type { Waiting } from '../waiting.js'

/** A stack that is to go. */
export interface DeleteRequest {
  /** By id, so that a stack that is gone is told from a new one of the same name. */
  readonly stackId: string
  readonly stackName: string
  readonly roleArn?: string
  readonly token: string
}

/** The calls that a deletion makes. */
export type DeleteApi = FollowApi & Pick<StackApi, 'deleteStack'>

/**
 * Deletes a stack and follows it to its end; one in DELETE_FAILED is tried again, one that is being deleted is
 * followed, and one that is gone already is complete.
 *
 * @throws AWS_TERMINATION_PROTECTED, AWS_STACK_BUSY, AWS_WAIT_TOO_LONG
 */
export async function deleteStack(
  api: DeleteApi,
  { stackId, stackName, roleArn, token }: DeleteRequest,
  waiting: Waiting,
  onEvent: OnEvent = () => {},
): Promise<OperationResult> {
  const state = stackStateOf(await api.describeStack(stackId))
  if (state.kind === 'absent') return alreadyGone
  const operation = { kind: 'delete', stackId, stackName, token } as const
  if (state.kind === 'busy') {
    if (state.operation === 'delete') return joinDeletion(api, operation, waiting, onEvent)
    throw stackBusyError(stackName, await describeBusy(api, state.stack, waiting))
  }
  refuseProtectedStack(state.stack)
  const request = { stackId, clientToken: token, ...(roleArn && { roleArn }) }
  return startOperation(api, operation, () => api.deleteStack(request), waiting, onEvent)
}

/**
 * Stops where CloudFormation would refuse a deletion.
 *
 * @throws AWS_TERMINATION_PROTECTED
 */
export function refuseProtectedStack({
  stackName,
  terminationProtection,
}: Pick<StackDescription, 'stackName' | 'terminationProtection'>): void {
  if (terminationProtection) throw awsError(stackIssueKinds, 'AWS_TERMINATION_PROTECTED', { stackName })
}

const alreadyGone: OperationResult = {
  kind: 'complete',
  status: 'DELETE_COMPLETE',
  durationMs: 0,
  events: [],
  leftBehind: [],
}

/** Follows a deletion that somebody has asked for already, from its beginning. */
async function joinDeletion(
  api: DeleteApi,
  operation: FollowedOperation,
  waiting: Waiting,
  onEvent: OnEvent,
): Promise<OperationResult> {
  const events = await api.describeStackEvents(operation.stackId, undefined, newestPage)
  const begin = events.findIndex(
    (event) => isOfStackItself(event, operation.stackId) && event.status === 'DELETE_IN_PROGRESS',
  )
  // The beginning of a long deletion is on a later page; its token stands on every event.
  const token = (events[begin] ?? events[0])?.clientRequestToken ?? operation.token
  const before = begin < 0 ? undefined : events[begin + 1]
  const joined = { ...operation, token, ...(before && { sinceEventId: before.eventId }) }
  return followOperation(api, joined, waiting, onEvent)
}
