import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testSuffixCharacters } from '../names/names.js'
import { makeTestSuffix, testSuffix } from './test-suffix.js'

describe('makeTestSuffix', () => {
  it('makes a suffix of any random numbers, as long as names have room for', () =>
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (numbers) => {
          const suffix = makeTestSuffix(() => numbers.next().value)
          expect(suffix).toMatch(testSuffix)
          expect(suffix).toHaveLength(testSuffixCharacters)
        },
      ),
    ))

  it('uses the first and the last character', () => {
    expect(makeTestSuffix(() => 0)).toBe('-taaaaaa')
    expect(makeTestSuffix(() => 1 - Number.EPSILON)).toBe('-t999999')
  })
})
