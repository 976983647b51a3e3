/** What goes wrong. `times` counts the calls hit: the first, and then further ones of the same name, such as retries. */
export type Fault = (
  | { readonly kind: 'throttle' }
  | { readonly kind: 'server-error' }
  /** The connection is closed before the server saw the call. */
  | { readonly kind: 'cut-before' }
  /** The server did what was asked, and its answer is never sent. */
  | { readonly kind: 'cut-after' }
  /** The call reaches the server late. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** No answer until the caller gives up or the proxy is reset or stopped; the server never sees the call. */
  | { readonly kind: 'stall' }
  /** Something of the test's own happens before the call is passed on, such as a signal. */
  | { readonly kind: 'call'; readonly run: () => void | Promise<void> }
  /** The caller lacks the permission: from then on always, unless `times` says otherwise. */
  | { readonly kind: 'deny' }
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly message: string }
  /** The proxy answers in place of the server, which never sees the call; `contentType` is `text/xml` where nothing is said. */
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly contentType?: string }
) & { readonly times?: number }

/**
 * Which call is hit: the n-th of all, or the nth of a name (`cloudformation:CreateChangeSet`); the first is 1. Both count
 * since the start or the last reset, retries included.
 */
export type FaultPoint = { readonly n: number } | { readonly call: string; readonly nth?: number }

export interface Injection {
  readonly at: FaultPoint
  readonly fault: Fault
}

/** Faults that wait for their call. */
export interface FaultBox {
  add(injection: Injection): void
  clear(): void
  /** The fault that hits this call, if any: `n` of all calls, `nth` of its name. */
  take(n: number, call: string, nth: number): Fault | undefined
}

interface Waiting extends Injection {
  left: number
  /** The name of the call hit first; what is left hits calls of this name. */
  hitCall?: string
}

export function createFaultBox(): FaultBox {
  let waiting: Waiting[] = []
  return {
    add: (injection) => waiting.push({ ...injection, left: timesOf(injection.fault) }),
    clear: () => {
      waiting = []
    },
    take: (n, call, nth) => {
      const hit = waiting.find((each) => each.left > 0 && isHit(each, n, call, nth))
      if (hit === undefined) return undefined
      hit.hitCall = call
      hit.left -= 1
      return hit.fault
    },
  }
}

function timesOf({ kind, times }: Fault): number {
  return times ?? (kind === 'deny' ? Number.POSITIVE_INFINITY : 1)
}

function isHit({ at, hitCall }: Waiting, n: number, call: string, nth: number): boolean {
  if (hitCall !== undefined) return hitCall === call
  return 'n' in at ? at.n === n : at.call === call && (at.nth ?? 1) === nth
}
