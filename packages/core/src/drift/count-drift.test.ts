import { expect, it } from 'vitest'
import { countDrift } from './count-drift.js'

it('counts differences by their effect, and beside them what was not checked', () => {
  const subject = { type: 'role', name: 'r' } as const
  const findings = [
    { kind: 'missing', subject, effect: 'narrower' },
    { kind: 'changed-path', subject, effect: 'other', expected: '/', found: '/a/' },
    { kind: 'tag-added', subject, effect: 'other', key: 'a', found: 'b' },
    { kind: 'not-checked', subject, reason: 'access denied' },
  ] as const
  expect(countDrift({ findings })).toEqual({
    differences: 3,
    wider: 0,
    narrower: 1,
    cosmetic: 0,
    other: 2,
    notChecked: 1,
  })
})
