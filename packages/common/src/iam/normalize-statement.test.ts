import { expect, it } from 'vitest'
import { normalizeStatement } from './normalize-statement.js'

it('makes lists of actions and resources, texts of condition values, and puts keys in order', () => {
  const written = {
    Condition: { Bool: { 'aws:x': true }, NumericLessThan: { 'aws:y': [1, '2'] } },
    Resource: '*',
    NotAction: 's3:GetObject',
    Effect: 'Deny',
    part: 2,
    reason: 'why ',
    Sid: 'A',
  }
  const expected = {
    Sid: 'A',
    reason: 'why',
    part: 2,
    Effect: 'Deny',
    NotAction: ['s3:GetObject'],
    Resource: ['*'],
    Condition: { Bool: { 'aws:x': 'true' }, NumericLessThan: { 'aws:y': ['1', '2'] } },
  }
  expect(JSON.stringify(normalizeStatement(written))).toBe(JSON.stringify(expected))
})

it('leaves its own result as it is', () => {
  const once = normalizeStatement({ Effect: 'Allow', Action: ['a:B'], Resource: ['*'] })
  expect(normalizeStatement(once)).toEqual(once)
})
