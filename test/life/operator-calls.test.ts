import { type AwsAction, type AwsCall, actionCalls } from '@sec/core'
import { describe, expect, it } from 'vitest'
import { exceptions } from './support/operator-exceptions.js'
import { without } from './support/operator-removals.js'
import { runScenario } from './support/operator-runs.js'
import { operatorScenarios } from './support/operator-scenarios.js'

const made = new Map<AwsAction, Set<string>>()

function ownCallsOf(action: AwsAction): ReadonlySet<string> {
  const rows: readonly AwsCall[] = actionCalls[action]
  return new Set(rows.filter(({ by }) => by === 'tool').map(({ call }) => call))
}

describe('an operator without the exceptions, in every situation, makes the calls of the table and no other', () => {
  it.each(operatorScenarios)('$name ($action, $estate)', async (scenario) => {
    const { exitCode, out, err, calls } = await runScenario(scenario, without(exceptions))
    expect(exitCode, out + err).toBe(scenario.exitCode ?? 0)
    const known = ownCallsOf(scenario.action)
    expect([...new Set(calls)].filter((call) => !known.has(call))).toEqual([])
    made.set(scenario.action, new Set([...(made.get(scenario.action) ?? []), ...calls]))
  })

  it.each(Object.keys(actionCalls) as AwsAction[])(
    '%s makes every call that the table names for it',
    (action) => {
      const missing = [...ownCallsOf(action)].filter((call) => !made.get(action)?.has(call))
      expect(missing).toEqual([])
    },
  )
})
