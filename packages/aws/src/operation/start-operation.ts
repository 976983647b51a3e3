import type { StackApi } from '../ports.js'
import { newestPage } from '../stack/stack-events.js'
import type { Waiting } from '../waiting.js'
import { type FollowApi, type FollowedOperation, followOperation, type OnEvent } from './follow-operation.js'
import type { OperationResult } from './operation-result.js'

/** Asks for an operation and follows it to its end. */
export async function startOperation(
  api: FollowApi,
  operation: FollowedOperation,
  ask: () => Promise<void>,
  waiting: Waiting,
  onEvent: OnEvent,
): Promise<OperationResult> {
  const [newest] = await api.describeStackEvents(operation.stackId, undefined, newestPage)
  const since = { ...operation, ...(newest && { sinceEventId: newest.eventId }) }
  await askOnce(api, since, ask, waiting)
  return followOperation(api, since, waiting, onEvent)
}

const looksAfterRefusal = 3

/**
 * An answer that was cut off is asked for again below, and the second answer is a refusal although the
 * first request did it. Events with the operation's token tell.
 */
async function askOnce(
  api: Pick<StackApi, 'describeStackEvents'>,
  operation: FollowedOperation,
  ask: () => Promise<void>,
  waiting: Waiting,
): Promise<void> {
  try {
    await ask()
  } catch (refusal) {
    waiting.signal.throwIfAborted()
    for (let look = 0; look < looksAfterRefusal; look += 1) {
      if (await hasBegun(api, operation).catch(() => false)) return
      await waiting.sleep(500, waiting.signal)
    }
    throw refusal
  }
}

async function hasBegun(
  api: Pick<StackApi, 'describeStackEvents'>,
  { stackId, sinceEventId, token }: FollowedOperation,
): Promise<boolean> {
  const events = await api.describeStackEvents(stackId, sinceEventId)
  return events.some((event) => event.clientRequestToken === token)
}
