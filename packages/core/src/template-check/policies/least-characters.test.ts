import { documentCharacters } from '@sec/common/iam'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastCharacters } from './least-characters.js'

describe('leastCharacters', () => {
  it.each([
    { name: 'a text with its quotes', value: 'abc', characters: 5 },
    { name: 'no white space', value: 'a b', characters: 4 },
    { name: 'a reference as an empty text', value: { Ref: 'A' }, characters: 2 },
    { name: 'the literal parts of Fn::Sub', value: { 'Fn::Sub': 'a${B}c' }, characters: 4 },
    { name: 'what Fn::Sub keeps', value: { 'Fn::Sub': ['a${!B}', {}] }, characters: 7 },
    {
      name: 'the parts of Fn::Join with what stands between',
      value: { 'Fn::Join': [', ', ['a', { Ref: 'B' }, 'c']] },
      characters: 6,
    },
    { name: 'the smaller branch of Fn::If', value: { 'Fn::If': ['C', 'abcdef', 'ab'] }, characters: 4 },
    {
      name: 'nothing for what may be left out',
      value: { a: 'b', c: { 'Fn::If': ['C', 'x', { Ref: 'AWS::NoValue' }] } },
      characters: 9,
    },
    {
      name: 'nothing for an item that may be left out',
      value: ['a', { 'Fn::If': ['C', 'x', { Ref: 'AWS::NoValue' }] }],
      characters: 5,
    },
    { name: 'a dynamic reference as an empty text', value: '{{resolve:ssm:name}}', characters: 2 },
  ])('counts $name', ({ value, characters }) => expect(leastCharacters(value)).toBe(characters))

  it('is exact for documents without functions', () => {
    const text = fc.string().filter((one) => !one.includes('{{resolve:'))
    const document = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.boolean(),
        fc.nat(),
        fc.array(tie('value')),
        fc.dictionary(fc.constantFrom('Sid', 'Action', 'a b'), tie('value')),
      ),
    })).value
    fc.assert(
      fc.property(document, (value) => {
        expect(leastCharacters(value)).toBe(documentCharacters(value))
      }),
    )
  })
})
