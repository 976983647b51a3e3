import type { Waiting } from '../waiting.js'

/** How often is looked, and for how long. */
export interface PollOptions {
  /** From the first look on; at the limit is looked once more. */
  readonly limitMs: number
  /** The error that is thrown at the limit, when nothing was found. */
  readonly onTimeout: () => Error
  /** The first pause; each is half as long again as the one before. 500 where nothing is said. */
  readonly firstIntervalMs?: number
  /** The longest pause. 5,000 where nothing is said. */
  readonly lastIntervalMs?: number
}

/**
 * Looks again and again until what is seen is what was waited for.
 *
 * @returns What the last look saw.
 * @throws What `look` throws, what `onTimeout` makes, and the signal's reason when it is aborted.
 */
export async function pollUntil<T>(
  look: () => Promise<T>,
  isDone: (seen: T) => boolean,
  waiting: Waiting,
  { limitMs, onTimeout, firstIntervalMs = 500, lastIntervalMs = 5_000 }: PollOptions,
): Promise<T> {
  const startedMs = waiting.nowMs()
  for (let intervalMs = firstIntervalMs; ; intervalMs *= 1.5) {
    waiting.signal.throwIfAborted()
    const seen = await look()
    if (isDone(seen)) return seen
    const leftMs = startedMs + limitMs - waiting.nowMs()
    if (leftMs <= 0) throw onTimeout()
    await waiting.sleep(Math.min(intervalMs, lastIntervalMs, leftMs), waiting.signal)
  }
}
