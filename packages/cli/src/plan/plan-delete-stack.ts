import { templateKeyPrefix } from '@sec/core'
import { deleteQuestion } from '../aws/questions.js'
import { callsOf, decision, under } from './call-steps.js'
import { obstacleSteps, plannedNames } from './estate-steps.js'
import { removeForeignSteps } from './foreign-steps.js'
import { followSteps, markSteps } from './operation-steps.js'
import { removeParameterSteps } from './parameter-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'
import { exists, identitySteps, lookAtStack } from './stack-steps.js'
import { removeAllTemplateSteps } from './template-steps.js'

const call = callsOf('delete-stack')

/** What `delete-stack` would call, decide and ask. */
export function planDeleteStack(run: PlanRun): readonly PlanStep[] {
  const { stackName } = run.model.identity
  return [
    ...identitySteps(call, run),
    ...lookAtStack(call, run, '; a deletion is followed to its end'),
    ...under(exists, [
      ...call('readTemplate', 'cloudformation:GetTemplate', stackName),
      decision('stops if the stack has termination protection'),
      ...call('deleteStack', 'cloudformation:ListStackResources', stackName),
      ...obstacleSteps(call, plannedNames(run)),
      decision('stops if people are in a group, or something else holds what would go'),
    ]),
    ...removeForeignSteps(call, run),
    ...under(exists, [
      questionStep(run),
      ...markSteps(call, stackName),
      ...call('deleteStack', 'cloudformation:DeleteStack', stackName),
      ...followSteps(call, stackName, 'deleteStack'),
    ]),
    ...removeParameterSteps(call, run),
    ...removeAllTemplateSteps(call, run, templateKeyPrefix(run.model)),
  ]
}

function questionStep({ model, options }: PlanRun): PlanStep {
  if (options.force) return decision('asks nothing, for --force')
  return decision(`says what would go and asks "${deleteQuestion(model.identity).text}"`)
}
