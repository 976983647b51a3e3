import { expect, it } from 'vitest'
import { decodeDocument } from './decode-document.js'

it.each([
  {
    name: 'a document',
    encoded: '%7B%22Version%22%3A%222012-10-17%22%7D',
    document: { Version: '2012-10-17' },
  },
  {
    name: 'a plus sign, which stands for itself',
    encoded: '%7B%22a%22%3A%22x+y%22%7D',
    document: { a: 'x+y' },
  },
  { name: 'letters beyond ASCII', encoded: '%22%C3%A4%22', document: 'ä' },
  { name: 'a document that is not encoded', encoded: '{"a":"100%"}', document: { a: '100%' } },
  { name: 'no JSON, as text', encoded: 'not%20JSON', document: 'not JSON' },
  { name: 'an empty text', encoded: '', document: '' },
])('decodes $name', ({ encoded, document }) => expect(decodeDocument(encoded)).toEqual(document))
