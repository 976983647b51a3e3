import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Edge, findCycles } from './find-cycles.js'

const edges = (text: string): Edge<string>[] =>
  text.split(' ').map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '', label: pair }))

const chains = (text: string) =>
  findCycles(edges(text)).map((cycle) => cycle.map(({ label }) => label).join(' '))

describe('findCycles', () => {
  it.each([
    { name: 'nothing in a tree', graph: 'ab bc ac bd', found: [] },
    { name: 'one that refers to itself', graph: 'aa ab', found: ['aa'] },
    { name: 'two', graph: 'ab ba', found: ['ab ba'] },
    { name: 'a circle with paths in and out', graph: 'xa ab bc ca cy yz', found: ['ab bc ca'] },
    { name: 'two circles apart', graph: 'ab ba cd dc', found: ['ab ba', 'cd dc'] },
    { name: 'two circles with one node in common', graph: 'ab ba ac ca', found: ['ab ba', 'ac ca'] },
    { name: 'the shortest first', graph: 'ab bc ca ba', found: ['ab ba', 'ab bc ca'] },
    { name: 'circles joined by a path', graph: 'ab ba bc cd dc', found: ['ab ba', 'cd dc'] },
  ])('finds $name', ({ graph, found }) => expect(chains(graph)).toEqual(found))

  it('walks a circle of ten thousand without exhausting the stack', () => {
    const long = Array.from({ length: 10_000 }, (_, index) => ({
      from: `n${index}`,
      to: `n${(index + 1) % 10_000}`,
      label: index,
    }))
    expect(findCycles(long).map((cycle) => cycle.length)).toEqual([10_000])
  })

  it('finds closed chains of edges that exist, and none in what is left when all of them are opened', () => {
    const node = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const graph = fc.uniqueArray(fc.tuple(node, node), { maxLength: 8, selector: (pair) => pair.join() })
    fc.assert(
      fc.property(graph, (pairs) => {
        const all = pairs.map(([from, to]) => ({ from, to, label: `${from}${to}` }))
        const cycles = findCycles(all)
        for (const cycle of cycles) {
          for (const [index, edge] of cycle.entries())
            expect(edge.to).toBe(cycle[(index + 1) % cycle.length]?.from)
        }
        const last = new Set(cycles.map((cycle) => cycle.at(-1)?.label))
        expect(findCycles(all.filter(({ label }) => !last.has(label)))).toEqual([])
      }),
    )
  })
})
