import { type CallMaker, decision, under } from './call-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'

export const exists = 'if the stack exists'
export const isMissing = 'if the stack does not exist yet'

/** Who calls. */
export function identitySteps(call: CallMaker, { model }: PlanRun): readonly PlanStep[] {
  const { accountId } = model.identity
  return [
    ...call('identify', 'sts:GetCallerIdentity', `the account ${accountId}`),
    decision('stops if they belong to another account'),
  ]
}

/**
 * The first look at the stack. What somebody else has under way is left alone.
 *
 * @param exception - What is not, in words.
 */
export function lookAtStack(call: CallMaker, { model }: PlanRun, exception = ''): readonly PlanStep[] {
  const { stackName } = model.identity
  return [
    ...call('describeStack', 'cloudformation:DescribeStacks', stackName),
    ...under('if another operation is at work on the stack', [
      ...call('nameOperator', 'cloudformation:DescribeStackEvents', stackName),
      decision(`stops, and says who is at work${exception}`),
    ]),
  ]
}

/** Edits that CloudFormation would refuse end the run before it is asked. */
export const refusedEdits: readonly PlanStep[] = under(exists, [
  decision('stops if CloudFormation would refuse an edit, and points at the line of the config'),
])
