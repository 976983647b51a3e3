import { awsError } from '../issues/aws-error.js'
import { stackIssueKinds } from '../issues/stack-issues.js'
import type { ChangeSetIds, StackApi } from '../ports.js'
import { waitLimitsMs } from '../wait/limits.js'
import { pollUntil } from '../wait/poll-until.js'
import type { Waiting } from '../waiting.js'
import { isSafeToRemove, removeEmptyStack } from './remove-empty-stack.js'
import { retryPassing } from './retry-passing.js'

/** A change set that is no longer wanted. */
export interface DiscardRequest {
  readonly stackName: string
  readonly changeSetName: string
  /** Absent where the answer to its creation never came; it is then looked for by name. */
  readonly ids?: ChangeSetIds
  /** True where the stack did not exist before, or was empty, as an interrupted run leaves it. */
  readonly removeEmptyStack: boolean
  /** The token of the empty stack's deletion. */
  readonly clientToken: string
  readonly roleArn?: string
}

/** The calls that a clean-up makes. */
export type DiscardApi = Pick<
  StackApi,
  'deleteChangeSet' | 'deleteStack' | 'describeChangeSet' | 'describeStack' | 'listChangeSets'
>

/** What the clean-up did. */
export interface Discarded {
  readonly changeSet: 'removed' | 'not-found'
  readonly emptyStack: 'removed' | 'left' | 'none'
}

/**
 * Deletes a change set, and the empty stack that was made for it. An empty stack is left where it has another id
 * than ours, was executed meanwhile, or holds a change set of somebody else. Refusals that pass, such as
 * of a change set that is still being made, are waited for.
 *
 * @param waiting - After an interruption a fresh one, since the old signal ends every wait.
 * @throws AWS_EMPTY_STACK_STAYS, AWS_WAIT_TOO_LONG
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteChangeSet.html | DeleteChangeSet}: success means that it is deleted.
 */
export async function discardChangeSet(
  api: DiscardApi,
  request: DiscardRequest,
  waiting: Waiting,
): Promise<Discarded> {
  const ids = request.ids ?? (await findByName(api, request, waiting))
  if (!ids) return { changeSet: 'not-found', emptyStack: 'none' }
  const what = `the removal of the change set "${request.changeSetName}"`
  const onTimeout = () => tooLong(what, request.stackName)
  await retryPassing(() => api.deleteChangeSet(ids), waiting, onTimeout)
  if (!request.removeEmptyStack) return { changeSet: 'removed', emptyStack: 'none' }
  // Looked at after: of two who clean up at once, each would see the change set of the other before, and leave it.
  if (!(await isSafeToRemove(api, request, ids))) return { changeSet: 'removed', emptyStack: 'left' }
  await removeEmptyStack(api, request, ids.stackId, waiting)
  return { changeSet: 'removed', emptyStack: 'removed' }
}

/** A request whose answer was cut off may still be on its way. */
const looksByName = 4

async function findByName(
  api: Pick<StackApi, 'describeChangeSet' | 'describeStack' | 'listChangeSets'>,
  { stackName, changeSetName }: DiscardRequest,
  waiting: Waiting,
): Promise<ChangeSetIds | undefined> {
  let looks = 0
  const look = async () => {
    looks += 1
    if (!(await api.describeStack(stackName))) return undefined
    const listed = (await api.listChangeSets(stackName)).find((one) => one.changeSetName === changeSetName)
    if (listed || looks < looksByName) return listed
    // A server may know no lists of change sets.
    return api.describeChangeSet({ changeSetId: changeSetName, stackId: stackName })
  }
  const found = await pollUntil(look, (seen) => seen !== undefined || looks >= looksByName, waiting, {
    limitMs: waitLimitsMs.discard,
    onTimeout: () => tooLong(`a look for the change set "${changeSetName}"`, stackName),
  })
  return found && { changeSetId: found.changeSetId, stackId: found.stackId }
}

const tooLong = (what: string, stackName: string): Error =>
  awsError(stackIssueKinds, 'AWS_WAIT_TOO_LONG', {
    what,
    limitMs: waitLimitsMs.discard,
    goesOn: 'it may be left over',
    advice: `a change set that is not executed changes nothing; see what is left with: aws cloudformation list-change-sets --stack-name ${stackName}`,
  })
