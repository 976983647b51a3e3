import { chooseSimulations, estateOf } from '@sec/core'
import type { CallMaker } from './call-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'

/** One request of each group and role that IAM's policy simulator is asked about. */
export function simulateSteps(call: CallMaker, { template, model }: PlanRun): readonly PlanStep[] {
  const chosen = chooseSimulations(estateOf(template, model.identity, model.tags), model.identity)
  const arnsOf = (wanted: 'group' | 'role') =>
    chosen
      .filter(({ kind, principal }) => kind === 'statement' && principal === wanted)
      .map(({ principalArn }) => principalArn)
  return [
    ...call('simulateGroups', 'iam:SimulatePrincipalPolicy', arnsOf('group')),
    ...call('simulateRoles', 'iam:SimulatePrincipalPolicy', arnsOf('role')),
  ]
}
