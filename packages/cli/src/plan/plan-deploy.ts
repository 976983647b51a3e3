import { deployQuestion } from '../aws/questions.js'
import { callsOf, decision, under } from './call-steps.js'
import { changeSetSteps, discardSteps } from './change-set-steps.js'
import { obstacleSteps, ownerSteps, whatGoes } from './estate-steps.js'
import { findForeignSteps, removeForeignSteps } from './foreign-steps.js'
import { executeSteps } from './operation-steps.js'
import { publishSteps } from './parameter-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'
import { exists, identitySteps, isMissing, lookAtStack, refusedEdits } from './stack-steps.js'
import { type PlannedTemplate, planTemplate, removeTemplateSteps } from './template-steps.js'
import { wayOutSteps } from './way-out-steps.js'

const call = callsOf('deploy')

const differs = 'if the stack is missing, or differs from the config in template, tags or notification topics'

/** What `deploy` would call, decide and ask. */
export function planDeploy(run: PlanRun): readonly PlanStep[] {
  const { stackName } = run.model.identity
  return [
    ...identitySteps(call, run),
    ...lookAtStack(call, run),
    ...under(exists, call('deployedStack', 'cloudformation:GetTemplate', stackName)),
    ...wayOutSteps(call, stackName),
    ...refusedEdits,
    ...under(isMissing, ownerSteps(call, run)),
    ...bringUpSteps(run),
    ...protectSteps(run),
    ...publishSteps(call, run),
    decision('prints the outputs of the stack'),
    ...(run.options.revertDrift ? [...findForeignSteps(call, run), ...removeForeignSteps(call, run)] : []),
  ]
}

function bringUpSteps(run: PlanRun): readonly PlanStep[] {
  const template = planTemplate(call, run)
  const steps = [
    ...askSteps(run, template),
    ...under('if something would be deleted or replaced', [
      ...obstacleSteps(call, whatGoes),
      decision('stops if people or foreign policies are in what would go'),
    ]),
    questionStep(run),
    ...under('if there are changes, and the answer is yes', [
      ...executeSteps(call, run),
      ...call('describeStack', 'cloudformation:DescribeStacks', run.model.identity.stackName),
    ]),
    ...under('if nothing changes', discardSteps(call, run)),
    ...under('if it is refused, declined or interrupted before CloudFormation begins', [
      ...discardSteps(call, run),
      ...removeTemplateSteps(call, template),
    ]),
  ]
  return run.options.revertDrift ? steps : under(differs, steps)
}

function askSteps(run: PlanRun, template: PlannedTemplate): readonly PlanStep[] {
  return [
    ...call('accountQuotas', 'iam:GetAccountSummary', `the account ${run.model.identity.accountId}`),
    decision('stops if a quota of the account has no room for what would be added'),
    ...template.steps,
    ...changeSetSteps(call, run, template),
  ]
}

function questionStep({ model, options }: PlanRun): PlanStep {
  if (options.force) return decision('shows the changes and asks nothing, for --force')
  const { text } = deployQuestion(model.identity)
  return decision(
    `shows the changes and asks "${text}"; if something is deleted or an administrator's access grows, the stack's name has to be typed`,
  )
}

function protectSteps({ model }: PlanRun): readonly PlanStep[] {
  const { stackName } = model.identity
  const wanted = model.deployment.terminationProtection ? 'on' : 'off'
  return [
    decision(`termination protection of the stack is to be ${wanted}`),
    ...under(
      `if it is not ${wanted}`,
      call('updateStack', 'cloudformation:UpdateTerminationProtection', stackName),
    ),
  ]
}
