import { describe, expect, it } from 'vitest'
import { exchangedWaiting } from '../../wait/testing/exchanged-waiting.js'
import { fakeWaiting } from '../../wait/testing/fake-waiting.js'
import { quickWaiting } from '../testing/test-session.js'
import { createCallsUnderWay, newCallState } from './call-state.js'
import { createRetryStrategy } from './retry-strategy.js'

const throttled = { errorType: 'THROTTLING', error: { name: 'Throttling' } } as const
const cut = { errorType: 'TRANSIENT', error: { name: 'TimeoutError', code: 'ECONNRESET' } } as const
const noLimit = { attempts: 1_000, waitMs: 1e9, callMs: 1e9 }

/** Fails until the strategy gives up; answers the attempts and the waits between them. */
async function failAlways(
  failure: typeof throttled | typeof cut,
  limits: Partial<typeof noLimit>,
  attemptMs = 0,
) {
  const waits: number[] = []
  const waiting = quickWaiting(new AbortController().signal, waits)
  const calls = createCallsUnderWay()
  const strategy = createRetryStrategy({
    waiting,
    calls,
    limits: { ...noLimit, ...limits },
    random: () => 0.999,
  })
  const state = newCallState('a:Call', waiting.nowMs())
  await calls
    .run(state, async () => {
      let token = await strategy.acquireInitialRetryToken('')
      for (;;) {
        await waiting.sleep(attemptMs)
        token = await strategy.refreshRetryTokenForRetry(token, failure)
      }
    })
    .catch(() => undefined)
  return { attempts: state.attempts, waits: waits.filter((wait) => wait !== attemptMs), state }
}

describe('the retry strategy', () => {
  it('gives up after so many attempts', async () =>
    expect((await failAlways(cut, { attempts: 4 })).attempts).toBe(4))

  it('doubles its waits', async () =>
    expect((await failAlways(cut, { attempts: 6 })).waits).toEqual([49, 99, 199, 399, 799]))

  it('gives up before the waits together are too long', async () => {
    const { state, attempts } = await failAlways(throttled, { waitMs: 40_000 })
    expect(state.waitedMs).toBeLessThanOrEqual(40_000)
    expect(state.waitedMs).toBeGreaterThan(15_000)
    expect(attempts).toBeGreaterThan(3)
  })

  it.each([throttled, cut])('waits by the signal that the caller has at the time: %j', async (failure) => {
    const { waiting, exchange, abortSecond } = exchangedWaiting(fakeWaiting())
    const strategy = createRetryStrategy({ waiting, calls: createCallsUnderWay() })
    const token = await strategy.acquireInitialRetryToken('')
    exchange()
    const next = await strategy.refreshRetryTokenForRetry(token, failure)
    abortSecond()
    await expect(strategy.refreshRetryTokenForRetry(next, failure)).rejects.toThrow('the second signal')
  })

  it('gives up when the attempts themselves take too long', async () =>
    expect((await failAlways(cut, { callMs: 100_000 }, 30_000)).attempts).toBe(4))
})
