import { describe, expect, it } from 'vitest'
import { sampleEvents, stackId } from '../stack/testing/sample-stack.js'
import { leftBehind } from './left-behind.js'

const tried = ['Old DELETE_IN_PROGRESS', 'Old DELETE_FAILED in use']
const idsOf = (lines: readonly string[], status: string) =>
  leftBehind(sampleEvents(lines), status, stackId).map(({ physicalId, reason }) => `${physicalId}: ${reason}`)

describe('leftBehind', () => {
  it.each([
    {
      name: 'names what three tries did not delete',
      lines: [...tried, ...tried, ...tried],
      left: ['acme-Old: in use'],
    },
    { name: 'does not name what a later try deleted', lines: [...tried, 'Old DELETE_COMPLETE'], left: [] },
    { name: 'does not name what was kept on purpose', lines: ['Old DELETE_SKIPPED'], left: [] },
    { name: 'is empty without deletions', lines: ['A UPDATE_COMPLETE'], left: [] },
  ])('$name', ({ lines, left }) => expect(idsOf(lines, 'UPDATE_COMPLETE')).toEqual(left))

  it('counts the clean-up of a rollback as well', () =>
    expect(idsOf(tried, 'UPDATE_ROLLBACK_COMPLETE')).toEqual(['acme-Old: in use']))

  it.each(['DELETE_FAILED', 'UPDATE_ROLLBACK_FAILED', 'ROLLBACK_FAILED'])(
    'is empty in %s, where the stack keeps the resource',
    (status) => expect(idsOf(tried, status)).toEqual([]),
  )
})
