import { testRun } from '../aws/test-run.js'
import { callsOf, decision, under } from './call-steps.js'
import { changeSetSteps, discardSteps } from './change-set-steps.js'
import { plannedNames, readEstateSteps } from './estate-steps.js'
import { deleteSteps, executeSteps } from './operation-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'
import { simulateSteps } from './simulate-steps.js'
import { identitySteps } from './stack-steps.js'
import { planTemplate, removeTemplateSteps } from './template-steps.js'

const call = callsOf('test-deploy')

/** What `test-deploy` would call and decide. */
export function planTestDeploy(run: PlanRun, keep = false): readonly PlanStep[] {
  const test = testRun(run)
  return [
    decision(
      `gives the stack and every group, role and policy a name of its own, ending in -t and six random characters such as -t${run.id}; termination protection, notifications and parameters are left out`,
    ),
    ...identitySteps(call, test),
    ...leftoverSteps(run),
    ...call('accountQuotas', 'iam:GetAccountSummary', `the account ${test.model.identity.accountId}`),
    decision('stops if a quota of the account has no room for what would be added'),
    ...createSteps(test),
    ...verifySteps(test),
    ...(keep ? keepSteps(test) : removeSteps(test)),
  ]
}

function leftoverSteps(run: PlanRun): readonly PlanStep[] {
  const { stackName, region } = run.model.identity
  const leftover = `${stackName}-t??????`
  return [
    ...call('findTestStacks', 'cloudformation:ListStacks', `the region ${region}`),
    ...under('for each stack of an earlier test that is older than two hours and not at work', [
      ...call('describeStack', 'cloudformation:DescribeStacks', leftover),
      ...deleteSteps(call, leftover, 'deleteTestStack'),
    ]),
  ]
}

function createSteps(test: PlanRun): readonly PlanStep[] {
  const template = planTemplate(call, test)
  return [
    ...template.steps,
    ...changeSetSteps(call, test, template),
    ...executeSteps(call, test),
    ...removeTemplateSteps(call, template),
  ]
}

function verifySteps(test: PlanRun): readonly PlanStep[] {
  return [
    decision(
      'compares what IAM has with what was generated; looks again, up to six times, until IAM shows all',
    ),
    ...readEstateSteps(call, plannedNames(test)),
    ...simulateSteps(call, test),
  ]
}

function removeSteps(test: PlanRun): readonly PlanStep[] {
  const { stackName } = test.model.identity
  return [
    decision('removes the test stack, also after a failure or Ctrl-C'),
    ...under(
      'if it could not be carried through',
      discardSteps(call, test, 'if the change set is still there'),
    ),
    ...deleteSteps(call, stackName, 'deleteTestStack'),
    decision('says whether the estate is as generated; if not, the exit code is 1'),
  ]
}

function keepSteps(test: PlanRun): readonly PlanStep[] {
  const { stackName } = test.model.identity
  return [
    decision(`leaves ${stackName} where it is, for --keep`),
    ...under('if the test could not be carried through', [
      ...discardSteps(call, test, 'if the change set is still there'),
      ...deleteSteps(call, stackName, 'deleteTestStack'),
    ]),
    decision('says whether the estate is as generated; if not, the exit code is 1'),
  ]
}
