import { callsOf, decision } from './call-steps.js'
import { plannedNames, readEstateSteps } from './estate-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'
import { identitySteps, lookAtStack } from './stack-steps.js'

const call = callsOf('check-drift')

/** What `check-drift` would call and decide. */
export function planCheckDrift(run: PlanRun): readonly PlanStep[] {
  const { stackName } = run.model.identity
  const until = 'until the comparison has ended'
  return [
    ...identitySteps(call, run),
    ...lookAtStack(call, run),
    decision('stops if there is no such stack'),
    ...call('readTemplate', 'cloudformation:GetTemplate', stackName),
    ...call('detectDrift', 'cloudformation:DetectStackDrift', stackName),
    ...call('detectDrift', 'cloudformation:DescribeStackDriftDetectionStatus', stackName, { until }),
    ...call('detectDrift', 'cloudformation:DescribeStackResourceDrifts', stackName),
    decision(
      'meanwhile reads the same through IAM, which sees more; the names are those of the deployed template, which are taken here to be those of the config',
    ),
    ...readEstateSteps(call, plannedNames(run)),
    decision('shows what differs; if anything does, the exit code is 4'),
  ]
}
