import { describe, expect, it } from 'vitest'
import { pollUntil } from './poll-until.js'
import { fakeWaiting } from './testing/fake-waiting.js'

const onTimeout = () => new Error('too long')
const is = (wanted: number) => (seen: number) => seen === wanted

function counter() {
  let looks = 0
  return async () => (looks += 1)
}

describe('pollUntil', () => {
  it('answers at once, without a pause, when the first look is enough', async () => {
    const waiting = fakeWaiting()
    expect(await pollUntil(counter(), is(1), waiting, { limitMs: 1000, onTimeout })).toBe(1)
    expect(waiting.delaysMs).toEqual([])
  })

  it('pauses longer and longer, up to five seconds', async () => {
    const waiting = fakeWaiting()
    await pollUntil(counter(), is(9), waiting, { limitMs: 60_000, onTimeout })
    expect(waiting.delaysMs).toEqual([500, 750, 1125, 1687.5, 2531.25, 3796.875, 5000, 5000])
  })

  it('looks once more at the limit, then gives up', async () => {
    const waiting = fakeWaiting()
    const look = counter()
    await expect(pollUntil(look, is(-1), waiting, { limitMs: 2000, onTimeout })).rejects.toThrow('too long')
    expect(waiting.delaysMs).toEqual([500, 750, 750])
    expect(await look()).toBe(5)
  })

  it('finds at the last look what came during the last pause', async () => {
    const waiting = fakeWaiting()
    expect(await pollUntil(counter(), is(4), waiting, { limitMs: 2000, onTimeout })).toBe(4)
  })

  it('ends with the reason of the signal, and looks no more', async () => {
    const waiting = fakeWaiting()
    let looks = 0
    const look = async () => {
      looks += 1
      waiting.abort(new Error('SIGINT'))
      return looks
    }
    await expect(pollUntil(look, is(-1), waiting, { limitMs: 2000, onTimeout })).rejects.toThrow('SIGINT')
    expect(looks).toBe(1)
  })

  it('does not look at all once the signal is aborted', async () => {
    const waiting = fakeWaiting()
    waiting.abort(new Error('SIGINT'))
    await expect(pollUntil(counter(), is(1), waiting, { limitMs: 1, onTimeout })).rejects.toThrow('SIGINT')
  })

  it('passes on what a look throws', async () => {
    const look = async () => Promise.reject(new Error('denied'))
    await expect(pollUntil(look, is(1), fakeWaiting(), { limitMs: 1, onTimeout })).rejects.toThrow('denied')
  })
})
