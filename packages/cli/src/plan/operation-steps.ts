import { changeSetName } from '../aws/change-set.js'
import { countsOf, describeCounts } from '../output/count-words.js'
import { type CallMaker, decision, under } from './call-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'

const until = 'until the operation has ended'

/** Follows what CloudFormation does with a stack, and asks why where it failed. */
export function followSteps(
  call: CallMaker,
  stackName: string,
  group: 'execute' | 'deleteStack' = 'execute',
): readonly PlanStep[] {
  const explain = group === 'execute' ? 'changeSet' : group
  return [
    ...call('describeStack', 'cloudformation:DescribeStacks', stackName, { until }),
    ...call(group, 'cloudformation:DescribeStackEvents', stackName, { until }),
    ...under('if the operation fails', call(explain, 'cloudformation:DescribeEvents', stackName)),
  ]
}

/** Before an operation is asked for. */
export function markSteps(call: CallMaker, stackName: string): readonly PlanStep[] {
  return call('markEvents', 'cloudformation:DescribeStackEvents', stackName)
}

/** Deletes a stack that a deployment does not keep. */
export function deleteSteps(
  call: CallMaker,
  stackName: string,
  group: 'deleteRemains' | 'deleteTestStack',
): readonly PlanStep[] {
  return [
    ...markSteps(call, stackName),
    ...call(group, 'cloudformation:DeleteStack', stackName),
    ...followSteps(call, stackName),
  ]
}

/** Carries the change set out. */
export function executeSteps(call: CallMaker, run: PlanRun): readonly PlanStep[] {
  const { stackName } = run.model.identity
  return [
    ...markSteps(call, stackName),
    ...call('execute', 'cloudformation:ExecuteChangeSet', changeSetName(run)),
    decision(makersText(run)),
    ...followSteps(call, stackName),
  ]
}

function makersText({ model }: PlanRun): string {
  const { serviceRoleArn, notificationArns } = model.deployment
  const as = serviceRoleArn === undefined ? 'with your credentials' : `as ${serviceRoleArn}`
  const told = notificationArns.length === 0 ? '' : `, and tells ${notificationArns.join(', ')}`
  return `CloudFormation makes the changes ${as}${told}; the whole estate is ${describeCounts(countsOf(model))}`
}
