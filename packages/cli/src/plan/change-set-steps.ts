import { changeSetName } from '../aws/change-set.js'
import { type CallMaker, under } from './call-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'
import type { PlannedTemplate } from './template-steps.js'

/** Has CloudFormation make a change set, and reads it. */
export function changeSetSteps(
  call: CallMaker,
  run: PlanRun,
  { inlineBytes }: PlannedTemplate,
): readonly PlanStep[] {
  const name = changeSetName(run)
  const { stackName } = run.model.identity
  const until = 'until it is ready'
  const bytes = inlineBytes > 0 ? { bytes: inlineBytes } : {}
  return [
    ...call('changeSet', 'cloudformation:CreateChangeSet', `${name} of ${stackName}`, bytes),
    ...call('changeSet', 'cloudformation:DescribeChangeSet', name, { until }),
    ...under('if CloudFormation refuses it', call('changeSet', 'cloudformation:DescribeEvents', name)),
  ]
}

/**
 * Takes the change set away again, and the empty stack that a first one leaves.
 *
 * @param when - Under which condition there is something to take away; absent where there always is.
 */
export function discardSteps(call: CallMaker, run: PlanRun, when?: string): readonly PlanStep[] {
  const name = changeSetName(run)
  const { stackName } = run.model.identity
  const remove = call('changeSet', 'cloudformation:DeleteChangeSet', name)
  return [
    ...call('describeStack', 'cloudformation:DescribeStacks', stackName),
    ...call('findChangeSets', 'cloudformation:ListChangeSets', stackName),
    ...(when === undefined ? remove : under(when, remove)),
    ...under('if it left an empty stack', call('changeSet', 'cloudformation:DeleteStack', stackName)),
  ]
}
