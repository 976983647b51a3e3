import { type CallMaker, decision, under } from './call-steps.js'
import { deleteSteps, followSteps, markSteps } from './operation-steps.js'
import type { PlanStep } from './plan-step.js'

/** States that deploy leads out of after a question, and the one that it does not. */
export function wayOutSteps(call: CallMaker, stackName: string): readonly PlanStep[] {
  return [
    ...under('if an earlier creation failed, and the stack can only be deleted', [
      decision('asks whether to delete it; everything is then created anew'),
      ...deleteSteps(call, stackName, 'deleteRemains'),
    ]),
    ...under('if the rollback of an earlier update got stuck', [
      decision('asks whether to continue the rollback'),
      ...markSteps(call, stackName),
      ...call('updateStack', 'cloudformation:ContinueUpdateRollback', stackName),
      ...followSteps(call, stackName),
      ...call('deployedStack', 'cloudformation:GetTemplate', stackName),
    ]),
    ...under('if an earlier deletion failed', [decision('stops: delete-stack goes on with the deletion')]),
  ]
}
