import { awsError } from '../issues/aws-error.js'
import { stackIssueKinds } from '../issues/stack-issues.js'
import type {
  ChangeSetDescription,
  ChangeSetIds,
  ChangeSetRequest,
  ResourceChange,
  StackApi,
} from '../ports.js'
import { waitLimitsMs } from '../wait/limits.js'
import { pollUntil } from '../wait/poll-until.js'
import type { Waiting } from '../waiting.js'
import { changeSetError } from './change-set-failure.js'
import { isNoChanges } from './is-no-changes.js'

/** What a change set will do. In either case it exists, and is somebody's to discard. */
export type Preview =
  | { readonly kind: 'changes'; readonly ids: ChangeSetIds; readonly changes: readonly ResourceChange[] }
  | { readonly kind: 'no-changes'; readonly ids: ChangeSetIds }

/** The calls that a preview makes. */
export type PreviewApi = Pick<StackApi, 'createChangeSet' | 'describeChangeSet' | 'describeFailedEvents'>

/**
 * Lets CloudFormation make a change set and waits until it is ready. It may exist even when this throws, or is
 * interrupted before the first answer: `discardChangeSet` finds it by name.
 *
 * @param onCreated - Told the ids as soon as they are known.
 * @throws AWS_CHANGE_SET_FAILED, AWS_WAIT_TOO_LONG
 */
export async function previewChanges(
  api: PreviewApi,
  request: ChangeSetRequest,
  waiting: Waiting,
  onCreated: (ids: ChangeSetIds) => void = () => {},
): Promise<Preview> {
  const ids = await api.createChangeSet(request)
  onCreated(ids)
  const { status, statusReason, changes } = await untilMade(api, ids, request, waiting)
  if (status !== 'FAILED') return { kind: 'changes', ids, changes }
  if (isNoChanges(statusReason)) return { kind: 'no-changes', ids }
  throw await changeSetError(api, ids, statusReason, waiting)
}

/** A change set that was just made may not be found at once, and one of a stack that somebody deploys is gone. */
const looksForMissing = 5

const isBeingMade = ({ status }: ChangeSetDescription): boolean => /_(PENDING|IN_PROGRESS)$/.test(status)

async function untilMade(
  api: PreviewApi,
  ids: ChangeSetIds,
  { stackName, changeSetName }: ChangeSetRequest,
  waiting: Waiting,
): Promise<Pick<ChangeSetDescription, 'status' | 'statusReason' | 'changes'>> {
  let missing = 0
  const look = async () => {
    const seen = await api.describeChangeSet(ids)
    missing = seen ? 0 : missing + 1
    return seen
  }
  const limitMs = waitLimitsMs.changeSet
  const onTimeout = () =>
    awsError(stackIssueKinds, 'AWS_WAIT_TOO_LONG', {
      what: `the change set "${changeSetName}" of the stack "${stackName}"`,
      limitMs,
      goesOn: 'nothing is changed by it',
      advice: 'run the command again; https://health.aws.amazon.com says whether CloudFormation has trouble',
    })
  const isDone = (seen: ChangeSetDescription | undefined) =>
    seen ? !isBeingMade(seen) : missing >= looksForMissing
  const seen = await pollUntil(look, isDone, waiting, { limitMs, onTimeout })
  return seen ?? { status: 'FAILED', statusReason: goneReason(changeSetName), changes: [] }
}

const goneReason = (name: string): string =>
  `the change set "${name}" was removed while it was made, as the deployment of another one does`
