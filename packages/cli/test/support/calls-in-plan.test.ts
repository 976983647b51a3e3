import { describe, expect, it } from 'vitest'
import type { PlanStep } from '../../src/plan/plan-step.js'
import { callsInPlan } from './calls-in-plan.js'

const call = (name: string, ...when: readonly string[]): PlanStep => ({
  kind: 'call',
  call: name,
  on: 'it',
  why: 'looks',
  ...(when.length > 0 && { when }),
})

describe('callsInPlan', () => {
  it('names each call once, sorted, by whether it is always made', () => {
    const steps = [call('b:B'), call('a:A', 'if so'), call('b:B', 'if so'), call('a:A'), call('c:C', 'if so')]
    expect(callsInPlan(steps)).toEqual({ always: ['a:A', 'b:B'], maybe: ['c:C'] })
  })

  it('leaves decisions out', () => {
    expect(callsInPlan([{ kind: 'decision', text: 'stops' }])).toEqual({ always: [], maybe: [] })
  })
})
