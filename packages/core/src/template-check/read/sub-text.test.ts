import { describe, expect, it } from 'vitest'
import { subLiteral, subVariables } from './sub-text.js'

describe('subVariables', () => {
  it.each([
    { text: 'none', names: [] },
    { text: '${A}-${B.C}-${AWS::Region}', names: ['A', 'B.C', 'AWS::Region'] },
    { text: '${ A }', names: ['A'] },
    { text: '${!A} $A {A} ${} ${', names: [] },
    { text: '${a[@]}', names: ['a[@]!'] },
    { text: '${a-b}', names: ['a-b!'] },
  ])('finds $names in $text', ({ text, names }) => {
    expect(subVariables(text).map(({ name, isValid }) => (isValid ? name : `${name}!`))).toEqual(names)
  })

  it('takes no time for a megabyte of open braces', () => {
    const started = performance.now()
    expect(subVariables('${'.repeat(500_000))).toEqual([])
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('subLiteral', () => {
  it.each([
    { text: 'a${B}c', literal: 'ac' },
    { text: '${!aws:username}', literal: '${aws:username}' },
  ])('keeps $literal of $text', ({ text, literal }) => expect(subLiteral(text)).toBe(literal))
})
