import { type AwsAction, type AwsCall, actionCalls, type CallGroup, callGroups } from '@sec/core'
import { commonPattern } from './common-pattern.js'
import type { PlanCall, PlanDecision, PlanStep } from './plan-step.js'

/** What is known of a call beside its name. */
export type CallFacts = Pick<PlanCall, 'times' | 'timesAtMost' | 'until' | 'bytes'>

/**
 * Makes steps for calls of one action: `call(group, operation, on)`. Made on several names it is one step, and none
 * where there is no name.
 *
 * @throws RangeError for a call that the table of the action lacks: a fault of the plan, or of the table.
 */
export type CallMaker = (
  group: CallGroup,
  call: string,
  on: string | readonly string[],
  facts?: CallFacts,
) => readonly PlanCall[]

/** @param action - Whose calls are planned; the reason of each comes from its table. */
export function callsOf(action: AwsAction): CallMaker {
  return (group, call, on, facts = {}) => {
    const why = reasonFor(action, group, call)
    if (typeof on === 'string') return [{ kind: 'call', call, on, why, ...facts }]
    const [only, ...others] = on
    if (only === undefined) return []
    if (others.length === 0) return [{ kind: 'call', call, on: only, why, ...facts }]
    const times = facts.timesAtMost === undefined ? { times: on.length } : {}
    return [{ kind: 'call', call, on: commonPattern(on), names: on, why, ...times, ...facts }]
  }
}

function reasonFor(action: AwsAction, group: CallGroup, call: string): string {
  const isIt = (row: AwsCall) => row.call === call && row.by === 'tool'
  const why = (callGroups[group] as readonly AwsCall[]).find(isIt)?.why
  const rows: readonly AwsCall[] = actionCalls[action]
  if (why === undefined || !rows.some((row) => isIt(row) && row.why === why))
    throw new RangeError(`${action} makes no call ${call} of the group ${group}`)
  return why
}

/** A decision, in words. */
export function decision(text: string): PlanDecision {
  return { kind: 'decision', text }
}

/** Puts steps under a condition, outside of those that they have already. */
export function under(when: string, steps: readonly PlanStep[]): readonly PlanStep[] {
  return steps.map((step) => ({ ...step, when: [when, ...(step.when ?? [])] }))
}
