import { describe, expect, it } from 'vitest'
import { parseDocument, type YAMLMap } from 'yaml'
import { locateNode } from './locate.js'

/** How often the pairs of a map are read to find each of so many keys. */
function readsToLocate(count: number): number {
  const text = Array.from({ length: count }, (_, index) => `key_${index}: x\n`).join('')
  const document = parseDocument(text)
  const map = document.contents as unknown as YAMLMap
  let reads = 0
  map.items = new Proxy(map.items, {
    get(target, key, receiver) {
      reads += 1
      return Reflect.get(target, key, receiver)
    },
  })
  for (let index = 0; index < count; index += 1)
    expect(locateNode(document, [`key_${index}`], 'key')).toBe(text.indexOf(`key_${index}:`))
  return reads
}

describe('the place of an entry', () => {
  it('is found without a search through its map for each', () => {
    expect(readsToLocate(400)).toBeLessThan(3 * readsToLocate(200))
  })

  it('is the first of two that have the same key', () => {
    const document = parseDocument('a: 1\na: 2\n', { uniqueKeys: false })
    expect(locateNode(document, ['a'], 'value')).toBe(3)
  })

  it('is, behind an alias, the place of what it stands for', () => {
    const document = parseDocument('a: &x {b: 1}\nc: *x\n')
    expect(locateNode(document, ['c', 'b'], 'key')).toBe(7)
  })
})
