import type { Waiting } from '../../waiting.js'
import { createRateMeter } from './rate-meter.js'

/** The fewest requests a second, so that a throttled client never stops. */
const slowestPerSecond = 0.5
/** What is kept of the rate when the service throttles. */
const keptShare = 0.7
/** How steeply the rate comes back. */
const steepness = 0.4

/** The SDK's `RateLimiter`, of the smithy packages. */
export interface RateLimiter {
  readonly getSendToken: () => Promise<void>
  readonly updateClientSendingRate: (outcome: { readonly errorType?: string }) => void
}

/**
 * Finds the rate that a service bears, as the SDK's adaptive mode does, but waits by the caller's clock: nothing
 * is held back before the first throttling; then the rate falls, and comes back along the curve of CUBIC.
 *
 * @see {@link https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html | Adaptive retry mode}
 * @see {@link https://www.rfc-editor.org/rfc/rfc9438 | CUBIC}
 */
export function createRateLimiter(waiting: Waiting): RateLimiter {
  const meter = createRateMeter(waiting.nowMs)
  const turns = createTurns(waiting)
  let perSecond: number | undefined
  let peak = 0
  let throttledMs = 0
  const fall = (measured: number) => {
    peak = perSecond === undefined ? measured : Math.min(measured, perSecond)
    throttledMs = waiting.nowMs()
    perSecond = Math.max(peak * keptShare, slowestPerSecond)
  }
  const rise = (measured: number) => {
    const grown = cubic(peak, (waiting.nowMs() - throttledMs) / 1000)
    perSecond = Math.max(Math.min(grown, 2 * measured), slowestPerSecond)
  }
  return {
    getSendToken: async () => {
      if (perSecond !== undefined) await turns.take(perSecond)
    },
    updateClientSendingRate: ({ errorType }) => {
      const measured = meter.count()
      if (errorType === 'THROTTLING') fall(measured)
      else if (errorType === undefined && perSecond !== undefined) rise(measured)
    },
  }
}

/** The rate so many seconds after it fell from its peak. */
function cubic(peak: number, seconds: number): number {
  const backAtPeak = Math.cbrt((peak * (1 - keptShare)) / steepness)
  return steepness * (seconds - backAtPeak) ** 3 + peak
}

/** Gives out one turn after the other; who comes early waits for theirs. */
function createTurns(waiting: Waiting) {
  let nextMs = 0
  // A clock that does not move while a test sleeps must not let the debts grow.
  let reachedMs = 0
  return {
    take: async (perSecond: number) => {
      const now = Math.max(waiting.nowMs(), reachedMs)
      const turn = Math.max(now, nextMs)
      nextMs = turn + 1000 / perSecond
      if (turn > now) await waiting.sleep(turn - now, waiting.signal)
      reachedMs = Math.max(reachedMs, turn)
    },
  }
}
