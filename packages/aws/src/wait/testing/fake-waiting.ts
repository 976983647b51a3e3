import type { Waiting } from '../../waiting.js'

/** For tests: a clock that stands still but for sleeps, which end at once and are written down. */
export interface FakeWaiting extends Waiting {
  readonly delaysMs: number[]
  readonly abort: (reason: unknown) => void
}

export function fakeWaiting(startMs = Date.UTC(2026, 10, 24, 12)): FakeWaiting {
  const controller = new AbortController()
  const delaysMs: number[] = []
  let nowMs = startMs
  return {
    delaysMs,
    abort: (reason) => controller.abort(reason),
    signal: controller.signal,
    nowMs: () => nowMs,
    sleep: async (delayMs, signal) => {
      signal?.throwIfAborted()
      delaysMs.push(delayMs)
      nowMs += delayMs
    },
  }
}
