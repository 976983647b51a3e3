import { type ChangeSetRequest, type Preview, settleStack, stackStateOf } from '@sec/aws'
import type { ProvisionerError } from '@sec/common'
import { preview } from './change-set.js'
import type { Deployed } from './deployed.js'
import { isRaceRefusal, overtaken } from './overtaken.js'
import type { AwsRun } from './run.js'

const mostAttempts = 3

/**
 * As {@link preview}. Several may look at a stack that does not exist yet at the same time: whoever is ready first
 * takes the empty stack away, and then it is made anew here.
 *
 * @throws Who was quicker, where somebody else works on the stack or has changed it.
 */
export async function previewAgain(
  run: AwsRun,
  before: Deployed,
  request: ChangeSetRequest,
  attempt = 1,
): Promise<Preview> {
  try {
    return await preview(run, request)
  } catch (error) {
    if (!isRaceRefusal(error)) throw error
    const isLast = attempt === mostAttempts
    if (isLast || !(await isTakenAway(run, before, error).catch(() => false)))
      throw (await overtaken(run, before).catch(() => undefined)) ?? error
  }
  // With the same token it would be the same request, whose change set is gone.
  const clientToken = `${request.clientToken}-${attempt + 1}`
  return previewAgain(run, before, { ...request, clientToken }, attempt + 1)
}

/** True once the stack is gone that was there for change sets only. */
async function isTakenAway(
  { aws, model, shield }: AwsRun,
  { state }: Deployed,
  { code, message }: ProvisionerError,
): Promise<boolean> {
  if (state.kind === 'ready') return false
  if (code === 'AWS_REFUSED' && !/DELETE_IN_PROGRESS|does not exist/.test(message)) return false
  const { stackName } = model.identity
  const now = stackStateOf(await aws.stacks.describeStack(stackName))
  const isGoing = now.kind === 'busy' && now.operation === 'delete'
  if (isGoing) await settleStack(aws.stacks, stackName, shield.waiting)
  return isGoing || now.kind === 'absent'
}
