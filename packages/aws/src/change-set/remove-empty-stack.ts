import { awsError } from '../issues/aws-error.js'
import { stackIssueKinds } from '../issues/stack-issues.js'
import type { ChangeSetIds, StackApi, StackDescription } from '../ports.js'
import { stackStateOf } from '../stack/stack-state.js'
import { waitLimitsMs } from '../wait/limits.js'
import { pollUntil } from '../wait/poll-until.js'
import type { Waiting } from '../waiting.js'
import { retryPassing } from './retry-passing.js'

/** An empty stack, and the token and role of its deletion. */
export interface EmptyStack {
  readonly stackName: string
  readonly clientToken: string
  readonly roleArn?: string
}

/** True for the empty stack that our call made, when nobody else has put a change set on it. */
export async function isSafeToRemove(
  api: Pick<StackApi, 'describeStack' | 'listChangeSets'>,
  { stackName }: EmptyStack,
  { stackId, changeSetId }: ChangeSetIds,
): Promise<boolean> {
  const stack = await api.describeStack(stackId)
  if (stackStateOf(stack).kind !== 'empty' || stack?.stackId !== stackId) return false
  const changeSets = await api.listChangeSets(stackName)
  return changeSets.every((one) => one.stackId !== stackId || one.changeSetId === changeSetId)
}

/** Deletes an empty stack by its id and waits until it is gone; a failed deletion is tried again. */
export async function removeEmptyStack(
  api: Pick<StackApi, 'deleteStack' | 'describeStack'>,
  { stackName, clientToken, roleArn }: EmptyStack,
  stackId: string,
  waiting: Waiting,
): Promise<void> {
  let last: StackDescription | undefined
  const stays = () =>
    awsError(stackIssueKinds, 'AWS_EMPTY_STACK_STAYS', { stackName, status: last?.status ?? '' })
  for (const attempt of ['1', '2', '3']) {
    const request = { stackId, clientToken: `${clientToken}-${attempt}`, ...(roleArn && { roleArn }) }
    last = await untilDeleted(() => api.deleteStack(request), api, stackId, waiting, stays)
    if (stackStateOf(last).kind === 'absent') return
  }
  throw stays()
}

/** @returns The stack as it was last seen: gone, deleted, or in DELETE_FAILED. */
async function untilDeleted(
  deleteIt: () => Promise<void>,
  api: Pick<StackApi, 'describeStack'>,
  stackId: string,
  waiting: Waiting,
  onTimeout: () => Error,
): Promise<StackDescription | undefined> {
  await retryPassing(deleteIt, waiting, onTimeout)
  let looks = 0
  const look = () => {
    looks += 1
    return api.describeStack(stackId)
  }
  const isDone = (stack: StackDescription | undefined) => {
    const { kind } = stackStateOf(stack)
    // A stack that is empty still, after so many looks, was not deleted: the next attempt asks again.
    return kind === 'absent' || kind === 'delete-failed' || (kind === 'empty' && looks >= 10)
  }
  return pollUntil(look, isDone, waiting, { limitMs: waitLimitsMs.discard, onTimeout })
}
