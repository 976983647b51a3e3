import { expect, it } from 'vitest'
import { isNamed } from './statement-origin.js'

it.each([
  { reason: 'statement Read is wrong', is: true },
  { reason: 'Read', is: true },
  { reason: '"Read"', is: true },
  { reason: 'statement OwnRead is wrong', is: false },
  { reason: 'statement ReadAll is wrong', is: false },
  { reason: 'OwnRead and ReadAll, but also (Read)', is: true },
  { reason: 'read', is: false },
])('finds the name Read as a whole: $reason', ({ reason, is }) => expect(isNamed('Read', reason)).toBe(is))
