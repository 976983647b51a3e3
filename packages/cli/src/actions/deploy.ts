import type { StackDescription } from '@sec/aws'
import { type ExitCode, exitCodes } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import type { AwsOptions } from '../aws/aws-options.js'
import { bringUp, type Outcome } from '../aws/bring-up.js'
import { checkNames } from '../aws/check-names.js'
import { callerName, identify } from '../aws/identify.js'
import { makeReady } from '../aws/make-ready.js'
import { publish } from '../aws/publish.js'
import { readSettled } from '../aws/read-settled.js'
import { refuseEdits } from '../aws/refuse-edits.js'
import { removeAdditions } from '../aws/remove-additions.js'
import type { AwsRun } from '../aws/run.js'
import { runOnAws } from '../aws/run-on-aws.js'
import { whereSupported } from '../aws/where-supported.js'
import { planDeploy } from '../plan/plan-deploy.js'

/** Brings the stack to what the config says, then the parameters to what the stack says. */
export function deploy(options: AwsOptions, context: ActionContext): Promise<ExitCode> {
  return runOnAws(options, context, { plan: planDeploy, work: deployEstate })
}

async function deployEstate(run: AwsRun): Promise<ExitCode> {
  const who = callerName(await identify(run))
  const deployed = await makeReady(run, await readSettled(run), who)
  if (deployed.template) await refuseEdits(run, deployed.template)
  if (deployed.state.kind !== 'ready') await checkNames(run, deployed)
  const outcome = await bringUp(run, deployed, who)
  const stack = await stackAfter(run, deployed.stack, outcome)
  await protect(run, stack)
  await publish(run, stack)
  showStack(run, stack, outcome)
  if (run.options.revertDrift) await removeAdditions(run)
  return exitCodes.done
}

/** The stack as it is now; nobody has to look again where nothing changed. */
async function stackAfter(
  { aws, model }: AwsRun,
  before: StackDescription | undefined,
  outcome: Outcome,
): Promise<StackDescription> {
  if (before && outcome === 'unchanged') return before
  return (await aws.stacks.describeStack(model.identity.stackName)) as StackDescription
}

async function protect(run: AwsRun, { stackName, terminationProtection }: StackDescription): Promise<void> {
  const { terminationProtection: wanted } = run.model.deployment
  if (terminationProtection === wanted) return
  const onOrOff = wanted ? 'on' : 'off'
  await whereSupported(run, `termination protection was not switched ${onOrOff}`, async () => {
    await run.aws.stacks.updateTerminationProtection(stackName, wanted)
    run.context.output.result(`termination protection is ${onOrOff}`)
  })
}

function showStack(
  { context }: AwsRun,
  { stackName, stackId, status, outputs }: StackDescription,
  outcome: Outcome,
): void {
  const { output } = context
  output.field('stack', { name: stackName, id: stackId, status, outcome })
  output.field('outputs', outputs)
  output.result(outcome === 'unchanged' ? `${stackName}: nothing to change` : `${stackName}: ${outcome}`)
  for (const [key, value] of Object.entries(outputs)) output.result(`  ${key} = ${value}`)
}
