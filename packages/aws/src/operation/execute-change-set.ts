import type { ChangeSetIds, StackApi } from '../ports.js'
import type { Waiting } from '../waiting.js'
import type { FollowApi, FollowedOperation, OnEvent } from './follow-operation.js'
import type { OperationResult } from './operation-result.js'
import { startOperation } from './start-operation.js'

/** The calls that an execution makes. */
export type ExecuteApi = FollowApi & Pick<StackApi, 'executeChangeSet'>

/**
 * Executes a change set and follows it to its end. CloudFormation deletes it, and every other of the stack.
 *
 * @param token - The client request token; every event of the operation carries it.
 * @param onEvent - Told every event once, oldest first.
 * @param ifTooLong - What the error says then, where the caller does something about it.
 * @throws AWS_WAIT_TOO_LONG, and what the call is refused with, such as AWS_CHANGE_SET_GONE.
 */
export async function executeChangeSet(
  api: ExecuteApi,
  ids: ChangeSetIds,
  token: string,
  waiting: Waiting,
  onEvent: OnEvent = () => {},
  ifTooLong?: FollowedOperation['ifTooLong'],
): Promise<OperationResult> {
  const { stackId } = ids
  const stackName = stackNameOf(stackId)
  const operation = { kind: 'change', stackId, stackName, token, ...(ifTooLong && { ifTooLong }) } as const
  return startOperation(api, operation, () => api.executeChangeSet(ids, token), waiting, onEvent)
}

/** `arn:aws:cloudformation:{region}:{account}:stack/{name}/{uuid}` */
const stackNameOf = (stackId: string): string => stackId.split('/')[1] ?? stackId
