import { counted } from '@sec/common'
import { parameterPath } from '../aws/publish.js'
import { type CallMaker, decision, under } from './call-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'

/** SSM gives and takes ten parameters at a time. */
const pages = { until: 'ten a page, until the last' }
const tens = { until: 'ten at a time, until the last' }

/** Makes the parameters equal to the outputs of the stack. */
export function publishSteps(call: CallMaker, run: PlanRun): readonly PlanStep[] {
  const path = parameterPath(run)
  const names = Object.keys(run.template.Outputs).map((key) => `${path}/${key}`)
  const atMost = { timesAtMost: names.length }
  return [
    decision(
      `makes the parameters under ${path}/ equal to the ${counted(names.length, 'output')} of the stack; parameters of other paths are not touched`,
    ),
    ...call('publishParameters', 'ssm:GetParametersByPath', path, pages),
    ...under(
      'for each parameter that is missing or differs',
      call('publishParameters', 'ssm:PutParameter', names, atMost),
    ),
    ...under(
      'for each parameter that existed and was changed',
      hasTags(run) ? call('publishParameters', 'ssm:AddTagsToResource', names, atMost) : [],
    ),
    ...under(
      'if parameters are there whose output is gone',
      call('publishParameters', 'ssm:DeleteParameters', `${path}/*`, tens),
    ),
  ]
}

function hasTags({ model }: PlanRun): boolean {
  return Object.keys(model.tags).length > 0
}

/** Removes what was published, and what was uploaded, of this stem. */
export function removeParameterSteps(call: CallMaker, run: PlanRun): readonly PlanStep[] {
  const path = parameterPath(run)
  return [
    ...call('removeParameters', 'ssm:GetParametersByPath', path, pages),
    ...under('if there are any', call('removeParameters', 'ssm:DeleteParameters', `${path}/*`, tens)),
  ]
}
