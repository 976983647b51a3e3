import { expect, it } from 'vitest'
import { documentCharacters } from './document-characters.js'

it.each([
  { name: 'an empty map', document: {}, characters: 2 },
  { name: 'a map', document: { Version: '2012-10-17' }, characters: 24 },
  { name: 'white space inside a text, which IAM does not count', document: ['a b  c'], characters: 7 },
  { name: 'a line feed, which JSON writes as two characters', document: ['a\nb'], characters: 8 },
  { name: 'a no-break space, which is no white space for IAM', document: ['a\u00a0b'], characters: 7 },
  { name: 'nothing', document: undefined, characters: 0 },
])('counts $name', ({ document, characters }) => expect(documentCharacters(document)).toBe(characters))
