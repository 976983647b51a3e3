import { detectDrift } from '@sec/aws'
import { readEstate } from '@sec/aws/iam'
import { type ExitCode, exitCodes } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { compareEstate, sameTemplate } from '@sec/core'
import type { AwsOptions } from '../aws/aws-options.js'
import { estateIn, readDeployed } from '../aws/deployed.js'
import { type Drift, joinDrift } from '../aws/drift.js'
import { namesIn } from '../aws/estate-names.js'
import { identify } from '../aws/identify.js'
import { type Readable, requireReadable } from '../aws/readable.js'
import type { AwsRun } from '../aws/run.js'
import { runOnAws } from '../aws/run-on-aws.js'
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
  const drift = await findDrift(run, deployed)
  const { output } = run.context
  output.field('stack', {
    name: deployed.stack.stackName,
    id: deployed.stack.stackId,
    status: deployed.stack.status,
  })
  output.field('drift', drift)
  for (const line of driftText(drift)) output.result(line)
  output.result(`${deployed.stack.stackName}: ${summarizeDrift(drift)}`)
  if (!sameTemplate(deployed.template, run.template))
    output.note(
      `the config says more than is deployed; that is no drift: ${commandFor('show-changes', run.options, run.context)}`,
    )
  return drift.findings.length > 0 ? exitCodes.found : exitCodes.done
}

async function findDrift(run: AwsRun, { stack, template }: Readable): Promise<Drift> {
  const expected = estateIn(run, template, stack.tags)
  const [cloudFormation, observed] = await Promise.all([
    detectDrift(run.aws.stacks, stack.stackName, run.shield.waiting),
    readEstate(run.iam, namesIn(expected)),
  ])
  return joinDrift(cloudFormation, compareEstate(expected, observed), expected)
}
