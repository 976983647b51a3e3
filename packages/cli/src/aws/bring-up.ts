import type { Preview } from '@sec/aws'
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
  try {
    const outcome = await changeThrough(run, deployed, who, sent)
    if (outcome === 'unchanged') await sent.remove()
    return outcome
  } catch (error) {
    await cleanUpAfter(run, [() => discard(run, deployed, who), sent.remove])
    throw error
  }
}

/** True when a change set could only say "no changes": it saves the calls of asking. */
function isAsDeployed({ template, model, options }: AwsRun, deployed: Deployed): boolean {
  if (deployed.state.kind !== 'ready' || !deployed.template || !deployed.stack) return false
  if (options.revertDrift || !sameTemplate(deployed.template, template)) return false
  const { tags, notificationArns } = deployed.stack
  return sameMap(tags, model.tags) && sameSet(notificationArns, model.deployment.notificationArns)
}

async function changeThrough(
  run: AwsRun,
  deployed: Deployed,
  who: string,
  { source }: SentTemplate,
): Promise<Outcome> {
  const request = changeSetRequest(run, deployed, who, source)
  const found = await previewAgain(run, deployed, request)
  if (found.kind === 'no-changes') {
    await discard(run, deployed, who)
    return 'unchanged'
  }
  const changes = changesOf(run, deployed, found.changes)
  if (changes.isDeleting) await checkLeaving(run, deployed.template)
  tellChanges(run, changes)
  await askToDeploy(run, changes)
  await carryOut(run, found, who)
  return deployed.state.kind === 'ready' ? 'updated' : 'created'
}

function tellChanges({ context, model }: AwsRun, changes: Changes): void {
  context.output.field('changes', changes)
  for (const line of changesText(changes)) context.output.note(line)
  context.output.note(`${model.identity.stackName}: ${summarizeChanges(changes)}`)
}

/** From here on the run does not stop half way: CloudFormation would go on without it. */
async function carryOut(run: AwsRun, { ids, changes }: FoundChanges, who: string): Promise<void> {
  run.shield.raise()
  const result = await execute(run, ids, who)
  await stopForFailure(run, result)
  await tellLeftBehind(run, result)
  await tellMissingResources(run, ids.stackId, changes, result)
  if (run.context.signal.aborted)
    run.context.output.note(`the stack is ${result.status}; the parameters follow with the next deploy`)
  run.shield.lower()
}

function sameMap(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
}
