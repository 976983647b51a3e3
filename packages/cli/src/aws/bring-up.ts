import type { OperationResult, Preview } from '@sec/aws'
import { sameTemplate } from '@sec/core'
import { changesText, summarizeChanges } from '../output/changes-text.js'
import { askToDeploy } from './ask-to-deploy.js'
import { changeSetRequest, discard } from './change-set.js'
import { type Changes, changesOf } from './changes.js'
import { checkLeaving } from './check-leaving.js'
import { checkRoom } from './check-room.js'
import { cleanUpAfter } from './clean-up-after.js'
import type { Deployed } from './deployed.js'
import { execute } from './execute.js'
import { stopForFailure, tellLeftBehind } from './failed-operation.js'
import { previewAgain } from './preview-again.js'
import type { AwsRun } from './run.js'
import { tellMissingResources } from './tell-missing.js'
import { type SentTemplate, sendTemplate } from './template-upload.js'

type FoundChanges = Extract<Preview, { readonly kind: 'changes' }>

/** What became of the stack. */
export type Outcome = 'unchanged' | 'created' | 'updated'

/** Makes the stack what the config says, with a question before; does nothing where it is so already. */
export async function bringUp(run: AwsRun, deployed: Deployed, who: string): Promise<Outcome> {
  if (isAsDeployed(run, deployed)) return 'unchanged'
  await checkRoom(run, deployed)
  const sent = await sendTemplate(run)
  const carriedOut = await changeThrough(run, deployed, who, sent)
  if (!carriedOut) return 'unchanged'
  await tellResult(run, carriedOut)
  run.shield.lower()
  return deployed.state.kind === 'ready' ? 'updated' : 'created'
}

/** True when a change set could only say "no changes": it saves the calls of asking. */
function isAsDeployed({ template, model, options }: AwsRun, deployed: Deployed): boolean {
  if (deployed.state.kind !== 'ready' || !deployed.template || !deployed.stack) return false
  if (options.revertDrift || !sameTemplate(deployed.template, template)) return false
  const { tags, notificationArns } = deployed.stack
  return sameMap(tags, model.tags) && sameSet(notificationArns, model.deployment.notificationArns)
}

/** What was found, and how its execution ended. */
interface CarriedOut {
  readonly found: FoundChanges
  readonly result: OperationResult
}

/** What was made on the way is removed again, unless it was carried out: then the template stays with its stack. */
async function changeThrough(
  run: AwsRun,
  deployed: Deployed,
  who: string,
  sent: SentTemplate,
): Promise<CarriedOut | undefined> {
  const removal = [() => discard(run, deployed, who), sent.remove]
  try {
    const found = await previewAgain(run, deployed, changeSetRequest(run, deployed, who, sent.source))
    if (found.kind === 'changes') return { found, result: await agreeAndExecute(run, deployed, found, who) }
  } catch (error) {
    await cleanUpAfter(run, removal)
    throw error
  }
  for (const step of removal) await step()
  return undefined
}

/** Once it is executed the run does not stop half way: CloudFormation would go on without it. */
async function agreeAndExecute(
  run: AwsRun,
  deployed: Deployed,
  found: FoundChanges,
  who: string,
): Promise<OperationResult> {
  const changes = changesOf(run, deployed, found.changes)
  if (changes.isDeleting) await checkLeaving(run, deployed.template)
  tellChanges(run, changes)
  await askToDeploy(run, changes)
  run.shield.raise()
  const result = await execute(run, found.ids, who)
  await stopForFailure(run, result)
  return result
}

function tellChanges({ context, model }: AwsRun, changes: Changes): void {
  context.output.field('changes', changes)
  for (const line of changesText(changes)) context.output.note(line)
  context.output.note(`${model.identity.stackName}: ${summarizeChanges(changes)}`)
}

async function tellResult(run: AwsRun, { found, result }: CarriedOut): Promise<void> {
  await tellLeftBehind(run, result)
  await tellMissingResources(run, found.ids.stackId, found.changes, result)
  if (run.context.signal.aborted)
    run.context.output.note(`the stack is ${result.status}; the parameters follow with the next deploy`)
}

function sameMap(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
}
