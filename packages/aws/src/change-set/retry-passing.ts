import { waitLimitsMs } from '../wait/limits.js'
import { pollUntil } from '../wait/poll-until.js'
import { isPassingRefusal } from '../wait/refusals.js'
import type { Waiting } from '../waiting.js'

/** Repeats a call that may be repeated, for as long as AWS refuses it for reasons that pass. */
export async function retryPassing(
  call: () => Promise<void>,
  waiting: Waiting,
  onTimeout: () => Error,
): Promise<void> {
  const look = () =>
    call().then(
      () => true,
      (error: unknown) => {
        if (!isPassingRefusal(error)) throw error
        return false
      },
    )
  await pollUntil(look, (isDone) => isDone, waiting, { limitMs: waitLimitsMs.discard, onTimeout })
}
