import { expect, it } from 'vitest'
import { externalIdsIn, externalIdsInText } from './external-ids.js'

const statement = { Condition: { StringEquals: { 'sts:ExternalId': ['one', 'two'], 'aws:x': 'other' } } }

it.each([
  ['a statement', statement, ['one', 'two']],
  ['a key in another case', { 'STS:externalid': 'one' }, ['one']],
  ['something deep', [{ a: [{ b: statement }] }], ['one', 'two']],
  ['JSON within JSON', { after: JSON.stringify({ Trust: JSON.stringify(statement) }) }, ['one', 'two']],
  [
    'a difference',
    {
      path: '/AssumeRolePolicyDocument/Statement/0/Condition/StringEquals/sts:ExternalId',
      expected: 'one',
      actual: '["two"]',
    },
    ['one', 'two'],
  ],
  ['an id of digits', { 'sts:ExternalId': '1234567890123456' }, ['1234567890123456']],
  ['a text that only speaks of it', 'sts:ExternalId is missing', []],
  ['nothing', undefined, []],
])('finds the external ids in %s', (_name, value, ids) => expect(externalIdsIn(value)).toEqual(ids))

it.each([
  ['external_id: plain-text-id # comment', ['plain-text-id']],
  ["{ external_id: 'quoted, id', x: 1 }", ['quoted, id']],
  ['  external_id: "double"', ['double']],
  ['{"external_id":"json"}', ['json']],
  ['external_id: [in-a-list]', ['in-a-list']],
  ['external_id: one\nb: { external_id: two }', ['one', 'two']],
  ['external_id:\nother: 1', []],
  ['sts:ExternalId:\n  - of-a-template\n  - next', ['of-a-template']],
  ['"sts:ExternalId": [\n  "of-a-template"\n]', ['of-a-template']],
  ['my_external_ids: 3', []],
])('finds in the text %j', (text, ids) => expect(externalIdsInText(text)).toEqual(ids))
