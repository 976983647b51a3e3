import { expect, it } from 'vitest'
import { lazily } from './lazily.js'

interface Port {
  readonly double: (value: number) => Promise<number>
  readonly name: () => Promise<string>
}

function lazyPort() {
  let loads = 0
  const port = lazily<Port>({ double: true, name: true }, async () => {
    loads += 1
    return { double: async (value) => 2 * value, name: async () => 'port' }
  })
  return { port, loads: () => loads }
}

it('loads nothing before the first call, and then once', async () => {
  const { port, loads } = lazyPort()
  expect(loads()).toBe(0)
  expect(await Promise.all([port.double(4), port.name()])).toEqual([8, 'port'])
  expect(loads()).toBe(1)
})

it('is a plain object, of which a caller may replace a function', async () => {
  const { port } = lazyPort()
  const other = { ...port, name: async () => 'other' }
  expect([await other.name(), await other.double(1)]).toEqual(['other', 2])
})
