import { AdaptiveRetryStrategy } from '@smithy/core/retry'
import type { Waiting } from '../../waiting.js'
import type { SessionOptions } from '../session-options.js'
import type { CallState, CallsUnderWay } from './call-state.js'
import { type ErrorFacts, type FailureKind, failureKind } from './failure-kind.js'
import { createRateLimiter } from './rate-limiter.js'
import { type RetryLimits, retryLimits } from './retry-limits.js'

type RetryToken = Awaited<ReturnType<AdaptiveRetryStrategy['acquireInitialRetryToken']>>
/** What the SDK's own strategy makes of it. */
type OwnToken = Parameters<AdaptiveRetryStrategy['refreshRetryTokenForRetry']>[0]

/** A failed attempt, as the SDK tells it. */
interface FailedAttempt {
  readonly error?: ErrorFacts
  readonly errorType: FailureKind
  /** When the server wants to be asked again. */
  readonly retryAfterHint?: Date
}

/** What a retry strategy is made of. */
export interface RetryOptions {
  readonly waiting: Waiting
  readonly calls: CallsUnderWay
  readonly onRetry?: SessionOptions['onRetry']
  readonly limits?: RetryLimits
  /** From 0 up to 1; spreads the waits of clients that failed together. */
  readonly random?: () => number
}

/** What a client of the SDK takes as its way of retrying. */
export interface RetryStrategy {
  readonly mode: string
  readonly acquireInitialRetryToken: (scope: string) => Promise<RetryToken>
  readonly refreshRetryTokenForRetry: (token: RetryToken, failed: FailedAttempt) => Promise<RetryToken>
  readonly recordSuccess: (token: RetryToken) => void
}

/** The SDK's strategy waits by its own timer; it is told to wait for nothing. */
const noBackoff = { computeNextBackoffDelay: () => 0, setDelayBase: () => undefined }

/**
 * The SDK's adaptive mode, which waits by the caller's clock and ends with the caller's signal. One for each
 * client: a service that throttles does not slow the others.
 */
export function createRetryStrategy(options: RetryOptions): RetryStrategy {
  const { waiting, calls, onRetry, limits = retryLimits } = options
  const metered = meteredWaiting(waiting, calls)
  const rateLimiter = createRateLimiter(metered)
  const inner = new AdaptiveRetryStrategy(limits.attempts, {
    maxAttempts: limits.attempts,
    rateLimiter,
    backoff: noBackoff,
  })
  const refresh = async (token: RetryToken, failed: FailedAttempt): Promise<RetryToken> => {
    const errorType = failureKind(failed.error, failed.errorType)
    const state = calls.getStore()
    const delayMs = delayOf({ ...failed, errorType }, token.getRetryCount(), options)
    if (state && isSpent(state, delayMs, waiting.nowMs(), limits))
      throw new Error('the waiting limit is reached')
    const next = await inner.refreshRetryTokenForRetry(token as OwnToken, { errorType })
    onRetry?.({ call: state?.call ?? '', delayMs, reason: reasonOf(failed.error) })
    await metered.sleep(delayMs, metered.signal)
    countAttempt(state)
    return next
  }
  return {
    mode: 'adaptive',
    acquireInitialRetryToken: async (scope: string) => {
      const token = await inner.acquireInitialRetryToken(scope)
      countAttempt(calls.getStore())
      return token
    },
    refreshRetryTokenForRetry: refresh,
    recordSuccess: (token: RetryToken) => inner.recordSuccess(token as OwnToken),
  }
}

function countAttempt(state: CallState | undefined): void {
  if (state) state.attempts += 1
}

/** The caller's waiting, which adds every wait to the call that waits. */
function meteredWaiting(waiting: Waiting, calls: CallsUnderWay): Waiting {
  return {
    nowMs: () => waiting.nowMs(),
    // The caller may exchange the signal: it is looked up for every wait.
    get signal() {
      return waiting.signal
    },
    sleep: async (delayMs, signal) => {
      const state = calls.getStore()
      if (state) state.waitedMs += delayMs
      await waiting.sleep(delayMs, signal)
    },
  }
}

function isSpent(state: CallState, delayMs: number, nowMs: number, limits: RetryLimits): boolean {
  return state.waitedMs + delayMs > limits.waitMs || nowMs - state.startedMs + delayMs > limits.callMs
}

/** Grows twofold up to 20 s, at random below that, as in the SDK; a server's own wish adds up to 5 s. */
function delayOf(
  { errorType, retryAfterHint }: FailedAttempt,
  retries: number,
  { random = Math.random, waiting }: RetryOptions,
): number {
  const base = errorType === 'THROTTLING' ? 1_000 : 50
  const delayMs = Math.floor(random() * Math.min(base * 2 ** retries, 20_000))
  if (!retryAfterHint) return delayMs
  return Math.max(delayMs, Math.min(retryAfterHint.getTime() - waiting.nowMs(), delayMs + 5_000))
}

function reasonOf(error: ErrorFacts | undefined): string {
  return error?.code ?? error?.name ?? 'an unknown failure'
}
