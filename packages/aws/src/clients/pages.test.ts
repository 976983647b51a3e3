import { describe, expect, it } from 'vitest'
import { inBatches, readPages } from './pages.js'

const pages: Readonly<
  Record<string, { items: readonly number[] | undefined; nextToken: string | undefined }>
> = {
  first: { items: [1, 2], nextToken: 'b' },
  b: { items: undefined, nextToken: 'c' },
  c: { items: [3], nextToken: '' },
}
const readPage = async (token = 'first') => pages[token] ?? { items: undefined, nextToken: undefined }

describe('reading pages', () => {
  it('reads all of them, empty ones between too', async () =>
    expect(await readPages(readPage)).toEqual([1, 2, 3]))

  it('stops when it is enough', async () =>
    expect(await readPages(readPage, (items) => items.includes(2))).toEqual([1, 2]))
})

it.each([
  { items: [], batches: [] },
  { items: [1, 2], batches: [[1, 2]] },
  { items: [1, 2, 3, 4, 5], batches: [[1, 2], [3, 4], [5]] },
])('divides $items into batches', ({ items, batches }) => expect(inBatches(items, 2)).toEqual(batches))
