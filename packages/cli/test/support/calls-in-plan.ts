import type { PlanCall, PlanStep } from '../../src/plan/plan-step.js'

/** The operations of a plan, each once, sorted. */
export interface PlannedCalls {
  /** What every run makes that comes to its end. */
  readonly always: readonly string[]
  /** What a run makes under some condition, and not otherwise. */
  readonly maybe: readonly string[]
}

/** What a plan says of the calls of a real run. */
export function callsInPlan(steps: readonly PlanStep[]): PlannedCalls {
  const calls = steps.filter((step): step is PlanCall => step.kind === 'call')
  const always = named(calls.filter(({ when }) => when === undefined))
  const maybe = named(calls.filter(({ call }) => !always.includes(call)))
  return { always, maybe }
}

function named(calls: readonly PlanCall[]): readonly string[] {
  return [...new Set(calls.map(({ call }) => call))].sort()
}
