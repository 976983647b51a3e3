import { describe, expect, it } from 'vitest'
import type { PlanStep } from '../plan/plan-step.js'
import { planText } from './plan-text.js'

const call = (on: string, facts: object = {}): PlanStep => ({
  kind: 'call',
  call: 's3:PutObject',
  on,
  why: 'uploads it',
  ...facts,
})

const linesOf = (...steps: readonly PlanStep[]) => planText(steps, 'deploy').slice(2, -2)

describe('planText', () => {
  it('says what would be done, and that nothing was', () => {
    const lines = planText([{ kind: 'decision', text: 'stops' }], 'deploy')
    expect(lines).toEqual(['deploy would do this, in this order:', '', '1. stops', '', 'nothing was called'])
  })

  it('puts steps below their conditions, each said once', () => {
    const [outer, inner] = ['if it rains', 'if it pours']
    expect(
      linesOf(
        call('a'),
        call('b', { when: [outer] }),
        call('c', { when: [outer, inner] }),
        call('d', { when: [outer] }),
        { kind: 'decision', text: 'stops' },
      ),
    ).toEqual([
      '1. uploads it',
      '   s3:PutObject on a',
      'if it rains:',
      '   2. uploads it',
      '      s3:PutObject on b',
      '   if it pours:',
      '      3. uploads it',
      '         s3:PutObject on c',
      '   4. uploads it',
      '      s3:PutObject on d',
      '5. stops',
    ])
  })

  it.each([
    { facts: { bytes: 116_080 }, words: ', 116,080 bytes' },
    { facts: { times: 5 }, words: ', 5 times' },
    { facts: { times: 1 }, words: '' },
    { facts: { timesAtMost: 34 }, words: ', 34 times at most' },
    { facts: { timesAtMost: 1 }, words: ', once at most' },
    { facts: { until: 'until it is ready' }, words: ', until it is ready' },
  ])('says $facts', ({ facts, words }) => {
    expect(linesOf(call('a', facts))[1]).toBe(`   s3:PutObject on a${words}`)
  })

  it('aligns numbers of two digits', () => {
    const lines = linesOf(...Array.from({ length: 10 }, () => call('a')))
    expect([lines[0], lines[1], lines[18]]).toEqual([
      ' 1. uploads it',
      '    s3:PutObject on a',
      '10. uploads it',
    ])
  })
})
