import { describe, expect, it } from 'vitest'
import { cleanUp } from './clean-up.js'
import { sleep } from './sleep.js'

/** A clock of its own: waits end when the test says so. */
function clock() {
  const waits: { readonly delayMs: number; readonly end: () => void; readonly signal?: AbortSignal }[] = []
  return {
    waits,
    sleep: (delayMs: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        waits.push({ delayMs, end: resolve, ...(signal && { signal }) })
      }),
  }
}

describe('a clean-up', () => {
  it('has a fresh signal, and gives what the work gives', async () => {
    const isFresh = await cleanUp(120_000, { sleep }, async (signal) => !signal.aborted)
    expect(isFresh).toBe(true)
  })

  it('leaves no timer when the work is done', async () => {
    const { waits, sleep } = clock()
    await cleanUp(120_000, { sleep }, async () => undefined)
    expect(waits.map(({ delayMs, signal }) => [delayMs, signal?.aborted])).toEqual([[120_000, true]])
  })

  it('passes on what the work throws', async () => {
    const error = new Error('denied')
    await expect(cleanUp(120_000, { sleep }, () => Promise.reject(error))).rejects.toBe(error)
  })

  it.each([
    { name: 'takes no notice', work: () => new Promise<never>(() => undefined) },
    {
      name: 'ends with its signal',
      work: (signal: AbortSignal) =>
        new Promise<never>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new DOMException('x', 'AbortError')))
        }),
    },
  ])('is given up after its time, when the work $name', async ({ work }) => {
    const { waits, sleep } = clock()
    const run = cleanUp(120_000, { sleep }, work)
    waits[0]?.end()
    await expect(run).rejects.toMatchObject({
      code: 'CLEAN_UP_LIMIT',
      message: 'cleaning up was given up after 120 seconds',
    })
    // A cause that is an aborted call would make it look like an interruption that was cleaned up after.
    await expect(run).rejects.not.toHaveProperty('cause')
  })
})
