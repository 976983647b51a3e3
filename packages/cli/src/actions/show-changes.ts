import type { Preview, ResourceChange } from '@sec/aws'
import type { ForeignPolicy } from '@sec/aws/iam'
import { type ExitCode, exitCodes } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { additionLine, beyondChangeSet, findAdditions } from '../aws/additions.js'
import type { AwsOptions } from '../aws/aws-options.js'
import { busyError } from '../aws/busy-error.js'
import { changeSetRequest, discard } from '../aws/change-set.js'
import { type Changes, changesOf } from '../aws/changes.js'
import { checkLeaving } from '../aws/check-leaving.js'
import { checkNames } from '../aws/check-names.js'
import { cleanUpAfter } from '../aws/clean-up-after.js'
import type { Deployed } from '../aws/deployed.js'
import { callerName, identify } from '../aws/identify.js'
import { previewAgain } from '../aws/preview-again.js'
import { readSettled } from '../aws/read-settled.js'
import { refuseEdits } from '../aws/refuse-edits.js'
import type { AwsRun } from '../aws/run.js'
import { runOnAws } from '../aws/run-on-aws.js'
import { stackError } from '../aws/stack-error.js'
import { sendTemplate } from '../aws/template-upload.js'
import { changesText, summarizeChanges } from '../output/changes-text.js'
import { section } from '../output/section.js'
import { planShowChanges } from '../plan/plan-show-changes.js'

/** Shows what a deployment would change, and leaves nothing behind. */
export function showChanges(options: AwsOptions, context: ActionContext): Promise<ExitCode> {
  return runOnAws(options, context, { plan: planShowChanges, work: showEstateChanges })
}

async function showEstateChanges(run: AwsRun): Promise<ExitCode> {
  const who = callerName(await identify(run))
  const deployed = await readSettled(run)
  await refuseState(run, deployed)
  if (deployed.template) await refuseEdits(run, deployed.template)
  if (deployed.state.kind !== 'ready') await checkNames(run, deployed)
  const found = await look(run, deployed, who)
  const changes = changesOf(run, deployed, found)
  const isReverting = run.options.revertDrift && deployed.state.kind === 'ready'
  const additions = isReverting ? beyondChangeSet(await findAdditions(run), changes) : []
  const exitCode = tell(run, deployed, changes, additions)
  if (changes.isDeleting) await checkLeaving(run, deployed.template)
  return exitCode
}

/** States that deploy has to lead out of first. A failed creation is none: everything would be made anew. */
async function refuseState(run: AwsRun, { state, stack }: Deployed): Promise<void> {
  const { stackName = '', status = '' } = stack ?? {}
  if (state.kind === 'busy') throw await busyError(run, state.stack)
  if (state.kind === 'delete-failed') throw stackError('STACK_HALF_DELETED', { stack: stackName })
  if (state.kind === 'rollback-stuck') {
    const way = 'run deploy, which offers to continue the rollback'
    throw stackError('STACK_NEEDS_DEPLOY', { stack: stackName, status, way })
  }
}

/** Asks CloudFormation, and removes whatever that took, also after a fault or Ctrl-C. */
async function look(run: AwsRun, deployed: Deployed, who: string): Promise<readonly ResourceChange[]> {
  if (deployed.state.kind === 'only-deletable') return []
  const sent = await sendTemplate(run)
  const steps = [() => discard(run, deployed, who), sent.remove]
  let found: Preview
  try {
    const request = changeSetRequest(run, deployed, who, sent.source)
    found = await previewAgain(run, deployed, request)
  } catch (error) {
    await cleanUpAfter(run, steps)
    throw error
  }
  run.shield.raise()
  for (const step of steps) await step()
  run.shield.lower()
  return found.kind === 'changes' ? found.changes : []
}

function tell(
  { context, options, model }: AwsRun,
  { state, stack }: Deployed,
  changes: Changes,
  additions: readonly ForeignPolicy[],
): ExitCode {
  const { output } = context
  const { stackName } = model.identity
  output.field('stack', {
    name: stackName,
    exists: stack !== undefined,
    ...(stack && { status: stack.status }),
  })
  output.field('changes', changes)
  if (options.revertDrift) output.field('additions', additions)
  if (state.kind === 'only-deletable')
    output.note(`${stackName} is in ${stack?.status}: deploy deletes it first, and makes everything anew`)
  const isChanged = changes.resources.length > 0 || changes.access.length > 0 || additions.length > 0
  for (const line of changesText(changes)) output.result(line)
  for (const line of section(
    'Beside CloudFormation, taken off after a question',
    additions.map(additionLine),
  ))
    output.result(line)
  const also = additions.length > 0 ? `, ${additions.length} to be taken off` : ''
  output.result(`${stackName}: ${isChanged ? `${summarizeChanges(changes)}${also}` : 'no changes'}`)
  return isChanged && options.failOnChanges ? exitCodes.found : exitCodes.done
}
