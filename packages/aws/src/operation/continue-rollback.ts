import type { StackApi, StackDescription } from '../ports.js'
import type { Waiting } from '../waiting.js'
import type { FollowApi, OnEvent } from './follow-operation.js'
import type { OperationResult } from './operation-result.js'
import { startOperation } from './start-operation.js'

/**
 * Continues the rollback of a stack in UPDATE_ROLLBACK_FAILED. No resource is skipped, since skipping would leave
 * the stack and what is really there different.
 *
 * @throws AWS_WAIT_TOO_LONG, and what the call is refused with.
 */
export async function continueRollback(
  api: FollowApi & Pick<StackApi, 'continueUpdateRollback'>,
  { stackId, stackName, roleArn }: Pick<StackDescription, 'stackId' | 'stackName' | 'roleArn'>,
  token: string,
  waiting: Waiting,
  onEvent: OnEvent = () => {},
): Promise<OperationResult> {
  const request = { stackName, clientToken: token, ...(roleArn && { roleArn }) }
  const operation = { kind: 'continue-rollback', stackId, stackName, token } as const
  return startOperation(api, operation, () => api.continueUpdateRollback(request), waiting, onEvent)
}
