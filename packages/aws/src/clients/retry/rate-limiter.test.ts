import { describe, expect, it } from 'vitest'
import { exchangedWaiting } from '../../wait/testing/exchanged-waiting.js'
import { fakeWaiting } from '../../wait/testing/fake-waiting.js'
import { createRateLimiter } from './rate-limiter.js'

const throttled = { errorType: 'THROTTLING' }

/** A limiter on a clock that only its waits, and the test, move. */
function limiterOnClock({ isMoved = true } = {}) {
  let ms = 1_000_000
  const waits: number[] = []
  const sleep = async (delayMs: number) => {
    waits.push(delayMs)
    if (isMoved) ms += delayMs
  }
  const signal = new AbortController().signal
  const limiter = createRateLimiter({ nowMs: () => ms, sleep, signal })
  const send = async (count: number, everyMs: number) => {
    for (let sent = 0; sent < count; sent++) {
      await limiter.getSendToken()
      ms += everyMs
      limiter.updateClientSendingRate({})
    }
  }
  return { limiter, waits, send, advance: (by: number) => (ms += by) }
}

describe('the rate limiter', () => {
  it('holds nothing back before the first throttling', async () => {
    const { send, waits } = limiterOnClock()
    await send(100, 10)
    expect(waits).toEqual([])
  })

  it('holds nothing back after other failures', async () => {
    const { limiter, send, waits } = limiterOnClock()
    await send(20, 100)
    limiter.updateClientSendingRate({ errorType: 'TRANSIENT' })
    await send(20, 100)
    expect(waits).toEqual([])
  })

  it('sends slower than before after a throttling', async () => {
    const { limiter, send, waits } = limiterOnClock()
    await send(40, 100)
    limiter.updateClientSendingRate(throttled)
    await send(3, 0)
    expect(Math.max(...waits)).toBeGreaterThan(100)
    expect(Math.max(...waits)).toBeLessThan(250)
  })

  it('comes back to the old rate', async () => {
    const { limiter, send, waits } = limiterOnClock()
    await send(40, 100)
    limiter.updateClientSendingRate(throttled)
    await send(60, 0)
    expect(waits.at(-1)).toBeLessThanOrEqual(105)
  })

  it('never falls below one request in two seconds', async () => {
    const { limiter, waits } = limiterOnClock()
    for (let times = 0; times < 20; times++) limiter.updateClientSendingRate(throttled)
    await limiter.getSendToken()
    await limiter.getSendToken()
    expect(waits).toEqual([2_000])
  })

  it('gives those who come together a turn each', async () => {
    const { limiter, waits } = limiterOnClock({ isMoved: false })
    limiter.updateClientSendingRate(throttled)
    await Promise.all([1, 2, 3].map(() => limiter.getSendToken()))
    expect(waits).toEqual([2_000, 4_000])
  })

  it('waits by the signal that the caller has at the time', async () => {
    const { waiting, exchange, abortSecond } = exchangedWaiting(fakeWaiting())
    const limiter = createRateLimiter(waiting)
    limiter.updateClientSendingRate(throttled)
    exchange()
    await limiter.getSendToken()
    await limiter.getSendToken()
    abortSecond()
    await expect(limiter.getSendToken()).rejects.toThrow('the second signal')
  })

  it('lets no debt grow where waits do not move the clock', async () => {
    const { limiter, waits } = limiterOnClock({ isMoved: false })
    limiter.updateClientSendingRate(throttled)
    for (let times = 0; times < 10; times++) await limiter.getSendToken()
    expect(Math.max(...waits)).toBe(2_000)
  })
})
