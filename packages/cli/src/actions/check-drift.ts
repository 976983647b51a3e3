import { detectDrift, type StackDescription } from '@sec/aws'
import { readEstate } from '@sec/aws/iam'
import { type ExitCode, exitCodes } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { externalIdsIn, type IamEstate } from '@sec/common/iam'
import { compareEstate, handsOnly, sameTemplate, type TemplateEstate } from '@sec/core'
import type { AwsOptions } from '../aws/aws-options.js'
import { estateIn, readDeployed } from '../aws/deployed.js'
import { type Drift, type FoundDrift, joinDrift } from '../aws/drift.js'
import { namesIn } from '../aws/estate-names.js'
import { finding, findingKinds } from '../aws/finding-kinds.js'
import { identify } from '../aws/identify.js'
import { type Readable, requireReadable } from '../aws/readable.js'
import type { AwsRun } from '../aws/run.js'
import { runOnAws } from '../aws/run-on-aws.js'
import { countsOf } from '../output/count-words.js'
import { driftText, summarizeDrift } from '../output/drift-text.js'
import { commandFor } from '../output/next-command.js'
import { planCheckDrift } from '../plan/plan-check-drift.js'

/** Compares what is deployed with what is there: by CloudFormation, and by IAM itself, which sees more. */
export function checkDrift(options: AwsOptions, context: ActionContext): Promise<ExitCode> {
  return runOnAws(options, context, { plan: planCheckDrift, work: checkEstateDrift })
}

async function checkEstateDrift(run: AwsRun): Promise<ExitCode> {
  await identify(run)
  const deployed = await requireReadable(run, await readDeployed(run))
  const expected = estateIn(run, deployed.template, deployed.stack.tags)
  const drift = await findDrift(run, deployed.stack, expected)
  tell(run, deployed, drift, expected)
  const isWhole = await tellUnchecked(run, drift)
  tellNext(run, deployed, drift)
  if (drift.findings.length > 0) return exitCodes.found
  return isWhole ? exitCodes.done : exitCodes.failed
}

async function findDrift(run: AwsRun, stack: StackDescription, expected: TemplateEstate): Promise<Drift> {
  const [cloudFormation, observed] = await Promise.all([
    detectDrift(run.aws.stacks, stack.stackName, run.shield.waiting, stack),
    readEstate(run.iam, namesIn(expected)),
  ])
  const drift = joinDrift(cloudFormation, compareEstate(expected, observed), expected)
  run.context.hide(externalIdsIn(drift))
  return drift
}

function tell({ context }: AwsRun, { stack }: Readable, drift: Drift, expected: IamEstate): void {
  const { stackName: name, stackId: id, status } = stack
  context.output.field('stack', { name, id, status })
  context.output.field('drift', drift)
  context.output.result(`${name}: ${summarizeDrift(drift, countsOf(expected))}`)
  for (const line of driftText(drift)) context.output.result(line)
}

/** @returns False where that stops the action, which it does with `--strict` only. */
async function tellUnchecked({ estate }: AwsRun, { notChecked }: Drift): Promise<boolean> {
  if (notChecked.length === 0) return true
  const names = [...new Set(notChecked.map((found) => ('name' in found ? found.name : found.subject.name)))]
  return estate.show([finding('DRIFT_NOT_CHECKED', [], { names })], findingKinds)
}

/** The ways out: back to what is deployed, or on to a config that says what is there. */
function tellNext({ options, context, template }: AwsRun, deployed: Readable, { findings }: Drift): void {
  const isOther = !sameTemplate(deployed.template, template)
  const change = commandFor('show-changes', options, context)
  if (isOther) context.output.note(`the config differs from what is deployed; that is no drift: ${change}`)
  if (findings.length === 0) return
  const also = isOther ? ', which deploys the config as well' : ''
  const repair = commandFor('deploy', options, context, '--revert-drift')
  if (findings.every(isForHands)) return
  context.output.note(`to put it back${also}: ${repair}`)
  context.output.note(`to keep it: write it into the config, then ${commandFor('deploy', options, context)}`)
}

function isForHands(found: FoundDrift): boolean {
  return found.kind !== 'cloudformation' && handsOnly(found) !== undefined
}
