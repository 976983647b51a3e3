import type { Waiting } from '@sec/aws'
import type { ActionContext } from '@sec/common/cli'

/** The waiting of one run, whose signal can be exchanged for one that Ctrl-C does not end. */
export interface Shield {
  readonly waiting: Waiting
  /** From now on the run goes on to its end: what has begun at AWS is followed, what was made is removed. */
  readonly raise: () => void
  /** Ends the shelter; stops the run where Ctrl-C came in the meantime. */
  readonly lower: () => void
}

/** Never ends: every wait has a limit of its own. */
const sheltered = new AbortController().signal

/** The shield of one run, lowered: Ctrl-C ends every wait and call. */
export function createShield({ now, sleep, signal }: ActionContext): Shield {
  let current = signal
  return {
    waiting: {
      nowMs: () => now().getTime(),
      sleep: (delayMs, until) => sleep(delayMs, until ?? current),
      get signal() {
        return current
      },
    },
    raise: () => {
      current = sheltered
    },
    lower: () => {
      current = signal
      signal.throwIfAborted()
    },
  }
}
