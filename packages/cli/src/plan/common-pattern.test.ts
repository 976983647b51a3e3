import { describe, expect, it } from 'vitest'
import { commonPattern } from './common-pattern.js'

describe('commonPattern', () => {
  it.each([
    { name: 'ends at a hyphen', names: ['a-role-x', 'a-role-y'], pattern: 'a-role-*' },
    { name: 'does not cut a word', names: ['a-role-glue', 'a-role-glue_two'], pattern: 'a-role-*' },
    { name: 'ends at a slash', names: ['/p/one', '/p/other'], pattern: '/p/*' },
    { name: 'is a star where nothing is common', names: ['x', 'y'], pattern: '*' },
    { name: 'keeps a common end', names: ['a-x-t1b2', 'a-yy-z-t1b2'], pattern: 'a-*-t1b2' },
    { name: 'does not use a letter twice', names: ['a-b', 'a-b-b'], pattern: 'a-*' },
    { name: 'looks at every name', names: ['a-b-c', 'a-b-d', 'a-x'], pattern: 'a-*' },
  ])('$name', ({ names, pattern }) => expect(commonPattern(names)).toBe(pattern))
})
