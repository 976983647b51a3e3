import { callsOf, decision, under } from './call-steps.js'
import { changeSetSteps, discardSteps } from './change-set-steps.js'
import { obstacleSteps, ownerSteps, whatGoes } from './estate-steps.js'
import { findForeignSteps } from './foreign-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'
import { exists, identitySteps, isMissing, lookAtStack, refusedEdits } from './stack-steps.js'
import { planTemplate, removeTemplateSteps } from './template-steps.js'

const call = callsOf('show-changes')

/** What `show-changes` would call and decide. */
export function planShowChanges(run: PlanRun): readonly PlanStep[] {
  const { stackName } = run.model.identity
  const template = planTemplate(call, run)
  return [
    ...identitySteps(call, run),
    ...lookAtStack(call, run),
    ...under(exists, [
      ...call('deployedStack', 'cloudformation:GetTemplate', stackName),
      decision('stops if a deletion failed half way or a rollback got stuck'),
    ]),
    ...refusedEdits,
    ...under(isMissing, ownerSteps(call, run)),
    ...under('if an earlier creation failed, and the stack can only be deleted', [
      decision('shows that everything would be made anew; template and change set below are left out'),
    ]),
    ...template.steps,
    ...changeSetSteps(call, run, template),
    ...discardSteps(call, run),
    ...removeTemplateSteps(call, template),
    ...(run.options.revertDrift ? under(exists, findForeignSteps(call, run)) : []),
    decision(`shows the changes${run.options.failOnChanges ? '; if there are any, the exit code is 4' : ''}`),
    ...under('if something would be deleted or replaced', [
      ...obstacleSteps(call, whatGoes),
      decision('stops if people or foreign policies are in what would go'),
    ]),
  ]
}
