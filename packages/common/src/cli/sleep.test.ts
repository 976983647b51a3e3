import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { sleep } from './sleep.js'

const listenersOf = ({ signal }: AbortController) => getEventListeners(signal, 'abort').length

describe('a wait', () => {
  it('ends by itself, and leaves no listener', async () => {
    const stop = new AbortController()
    await sleep(1, stop.signal)
    expect(listenersOf(stop)).toBe(0)
  })

  it('ends with the signal, for its reason, and leaves no listener', async () => {
    const stop = new AbortController()
    const waiting = sleep(1_000_000, stop.signal)
    expect(listenersOf(stop)).toBe(1)
    stop.abort('SIGINT')
    await expect(waiting).rejects.toBe('SIGINT')
    expect(listenersOf(stop)).toBe(0)
  })

  it('does not begin when the signal is aborted already', async () => {
    await expect(sleep(1_000_000, AbortSignal.abort('SIGTERM'))).rejects.toBe('SIGTERM')
  })

  it('needs no signal', async () => {
    await expect(sleep(1)).resolves.toBeUndefined()
  })
})
