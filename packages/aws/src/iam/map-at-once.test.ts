import { expect, it } from 'vitest'
import { mapAtOnce } from './map-at-once.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
const numbers = Array.from({ length: 50 }, (_, index) => index)

it('keeps the order, and never does more than eight at a time', async () => {
  let running = 0
  let most = 0
  const results = await mapAtOnce(numbers, async (number) => {
    running += 1
    most = Math.max(most, running)
    for (let turns = 0; turns < (number % 7) + 1; turns += 1) await turn()
    running -= 1
    return number * 2
  })
  expect(results).toEqual(numbers.map((number) => number * 2))
  expect(most).toBe(8)
})

it('starts nothing after a failure, waits for what had begun, and throws the first', async () => {
  const ended: number[] = []
  const work = async (number: number) => {
    if (number === 3) throw new Error('the first')
    await turn()
    ended.push(number)
    if (number === 5) throw new Error('a later one')
  }
  await expect(mapAtOnce(numbers, work)).rejects.toThrow('the first')
  expect(ended).toEqual([0, 1, 2, 4, 5, 6, 7])
})

it('keeps results that are lists or undefined as they are', async () => {
  expect(await mapAtOnce([[1], undefined], async (item) => item)).toEqual([[1], undefined])
})
