import { describe, expect, it } from 'vitest'
import { isNoChanges } from './is-no-changes.js'

describe('isNoChanges', () => {
  it.each([
    [
      "The submitted information didn't contain changes. Submit different information to create a change set.",
      true,
    ],
    ['The submitted information didn’t contain changes.', true],
    ['No updates are to be performed.', true],
    ['no updates are to be performed', true],
    ['Resource handler returned message: "already exists"', false],
    ['Parameter validation failed', false],
    ['', false],
  ])('%s: %s', (reason, expected) => expect(isNoChanges(reason)).toBe(expected))
})
