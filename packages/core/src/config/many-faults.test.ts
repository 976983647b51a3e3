import { describeIssue, type Issue } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { counted } from '../../test/support/counted.js'
import { configIssue, configIssueKinds } from './issues/config-issues.js'
import { knownFaults } from './rules/faults.js'
import { pruneFaults } from './shape/prune.js'

const keys = (count: number) => Array.from({ length: count }, (_, index) => `key_${index}`)
const fault = (path: Issue['path']): Issue => ({
  code: 'UNKNOWN_KEY',
  severity: 'error',
  path,
  anchor: 'key',
  args: {},
})

/** How often the config is read to take so many faults out of it. */
function readsToPrune(count: number): number {
  const { value, reads } = counted(Object.fromEntries(keys(count).map((key) => [key, 'x'])))
  expect(
    pruneFaults(
      { map: value },
      keys(count).map((key) => fault(['map', key])),
    ),
  ).toEqual({ map: {} })
  return reads()
}

/** How often the paths of so many faults are read to answer as many questions. */
function readsToAsk(count: number): number {
  const paths = keys(count).map((key) => counted(['security', key]))
  const { isFaulty, isLost } = knownFaults(paths.map(({ value }) => fault(value)))
  for (const key of keys(count)) {
    expect(isFaulty(['security', key, 'below'])).toBe(true)
    expect(isLost(['security', `${key}_other`])).toBe(false)
  }
  return paths.reduce((sum, { reads }) => sum + reads(), 0)
}

describe('twice as many faults', () => {
  it.each([
    ['to be taken out', readsToPrune],
    ['to be asked for', readsToAsk],
  ])('%s take about twice as much work, not four times', (_what, readsFor) => {
    const reads = readsFor(200)
    expect(reads).toBeGreaterThan(0)
    expect(readsFor(400)).toBeLessThan(3 * reads)
  })
})

describe('a name that is unknown among very many', () => {
  const describedAmong = (known: readonly string[]) =>
    describeIssue(
      configIssue('NAME_UNKNOWN', ['x'], { name: 'key_0x', what: 'group', known, isA: undefined }),
      configIssueKinds,
    )

  it('gets a hint with the first hundred and the number of the others', () => {
    expect(describedAmong(keys(100)).hint).toMatch(/ key_98, key_99$/)
    expect(describedAmong(keys(5000)).hint).toMatch(/ key_98, key_99 and 4900 more$/)
  })

  it('is compared with the first hundreds only', () => {
    const { value, reads } = counted(keys(5000))
    expect(describedAmong(value).message).toContain('did you mean "key_0"?')
    expect(reads()).toBeLessThan(2000)
  })
})
