import { refuseProtectedStack, type StackDescription } from '@sec/aws'
import { type ExitCode, exitCodes } from '@sec/common'
import { type ActionContext, confirm } from '@sec/common/cli'
import type { AwsOptions } from '../aws/aws-options.js'
import { busyError } from '../aws/busy-error.js'
import { type Deployed, readDeployed } from '../aws/deployed.js'
import { freeOfObstacles } from '../aws/free-of-obstacles.js'
import { callerName, identify } from '../aws/identify.js'
import { listWhatGoes } from '../aws/list-what-goes.js'
import { deleteQuestion } from '../aws/questions.js'
import { removeLeftovers } from '../aws/remove-leftovers.js'
import type { AwsRun } from '../aws/run.js'
import { runOnAws } from '../aws/run-on-aws.js'
import { takeDown } from '../aws/take-down.js'
import { planDeleteStack } from '../plan/plan-delete-stack.js'

/** Deletes the stack, its parameters and its uploaded templates, after saying what will go. */
export function deleteEstate(options: AwsOptions, context: ActionContext): Promise<ExitCode> {
  return runOnAws(options, context, { plan: planDeleteStack, work: deleteDeployed })
}

async function deleteDeployed(run: AwsRun): Promise<ExitCode> {
  const who = callerName(await identify(run))
  const deployed = await readDeployed(run)
  const { stack, state } = deployed
  if (!stack || state.kind === 'absent') tellAbsent(run)
  else await deleteFound(run, deployed, stack, who)
  await removeLeftovers(run)
  return exitCodes.done
}

function tellAbsent({ model, context: { output } }: AwsRun): void {
  const { stackName: name } = model.identity
  output.field('stack', { name, exists: false })
  output.result(`there is no stack ${name}`)
}

async function deleteFound(
  run: AwsRun,
  deployed: Deployed,
  stack: StackDescription,
  who: string,
): Promise<void> {
  const { state } = deployed
  const { output } = run.context
  const { stackName: name, stackId: id } = stack
  if (state.kind === 'busy' && state.operation !== 'delete') throw await busyError(run, stack)
  if (state.kind === 'busy') output.note(`${name} is being deleted already; waiting for the end`)
  else await agreeOn(run, deployed, stack)
  await takeDown(run, stack, who)
  output.field('stack', { name, id, status: 'DELETE_COMPLETE' })
  output.result(`${name}: deleted`)
}

/** What stands in the way, what goes, and the question. */
async function agreeOn(run: AwsRun, deployed: Deployed, stack: StackDescription): Promise<void> {
  refuseProtectedStack(stack)
  await listWhatGoes(run, stack)
  await freeOfObstacles(run, deployed.template)
  await confirm(deleteQuestion(run.model.identity), run.options, run.context)
}
