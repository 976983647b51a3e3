import type { Waiting } from '../../waiting.js'

/** A waiting whose signal can be exchanged. */
export interface ExchangedWaiting {
  readonly waiting: Waiting
  /** Takes up the second signal, and aborts the first. */
  readonly exchange: () => void
  readonly abortSecond: () => void
}

/** For tests: the waiting of a caller who takes up another signal, such as one that Ctrl-C does not end. */
export function exchangedWaiting(waiting: Pick<Waiting, 'nowMs' | 'sleep'>): ExchangedWaiting {
  const first = new AbortController()
  const second = new AbortController()
  let current = first.signal
  return {
    waiting: {
      nowMs: waiting.nowMs,
      sleep: waiting.sleep,
      get signal() {
        return current
      },
    },
    exchange: () => {
      current = second.signal
      first.abort(new Error('the first signal'))
    },
    abortSecond: () => second.abort(new Error('the second signal')),
  }
}
