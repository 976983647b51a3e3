import { describe, expect, it } from 'vitest'
import { type AcceptedFinding, type Finding, fits, notOccurring, unaccepted } from './findings.js'

const finding: Finding = { code: 'C', about: 'a:B needs arn:*:x/*', place: 'Sid', where: 'f' }
const row: AcceptedFinding = { code: 'C', about: ['a:* needs arn:*:x/*'], places: ['Sid'], line: 1 }

describe('a row of the table', () => {
  it('accepts what it describes', () => expect(unaccepted([finding], [row])).toEqual([]))

  it.each<[string, Partial<AcceptedFinding>]>([
    ['code', { code: 'D' }],
    ['subject', { about: ['a:B needs arn:*:y/*'] }],
    ['place', { places: ['Other'] }],
  ])('does not accept another %s', (_name, other) =>
    expect(unaccepted([finding, finding], [{ ...row, ...other }])).toEqual([
      'C | a:B needs arn:*:x/* | Sid | f',
    ]),
  )

  it('is told when a subject or a place of it no longer occurs', () => {
    const wider = { ...row, about: [...row.about, 'gone'], places: ['Sid', 'Gone'] }
    expect(notOccurring([finding], wider)).toEqual(['gone', 'Gone'])
    expect(notOccurring([finding], row)).toEqual([])
  })
})

describe('a pattern', () => {
  it.each([
    ['a:B', 'a:B', true],
    ['a:BC', 'a:B', false],
    ['a.b', 'a?b', false],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
    ['anything', '*', true],
    ['a:B needs arn:*:x/*', 'a:* needs arn:*:x/*', true],
  ])('%s fits %s: %s', (text, pattern, expected) => expect(fits(text, pattern)).toBe(expected))
})
