import { describe, expect, it } from 'vitest'
import { compilePattern } from './parameter-pattern.js'

describe('compilePattern', () => {
  it.each([
    { pattern: '^[a-z]+$', kind: 'pattern' },
    { pattern: '(?!-)[\\w-]{1,5}', kind: 'pattern' },
    { pattern: '[a-z', kind: 'wrong' },
    { pattern: '(a', kind: 'wrong' },
    { pattern: '*a', kind: 'wrong' },
    { pattern: '(?i)abc', kind: 'unknown' },
    { pattern: '[a-z]*+', kind: 'unknown' },
    { pattern: '\\A\\p{Alpha}\\z', kind: 'unknown' },
    { pattern: '[a-z&&[^b]]', kind: 'unknown' },
  ])('takes $pattern for $kind', ({ pattern, kind }) => expect(compilePattern(pattern).kind).toBe(kind))
})
