import { isProvisionerError, type ProvisionerError } from '@sec/common'
import { isUnsupportedError } from '../clients/errors/unsupported-errors.js'
import { awsError } from '../issues/aws-error.js'
import { stackIssueKinds } from '../issues/stack-issues.js'
import type { DriftDetection, ResourceDrift, StackApi, StackDescription } from '../ports.js'
import { stackStateOf } from '../stack/stack-state.js'
import { waitLimitsMs } from '../wait/limits.js'
import { pollUntil } from '../wait/poll-until.js'
import { saysSo } from '../wait/refusals.js'
import type { Waiting } from '../waiting.js'
import { driftAdvice, isDriftPossible } from './drift-advice.js'

/** What CloudFormation found when it compared a stack with its resources. */
export interface StackDrift {
  /** `DRIFTED`, `IN_SYNC`, `UNKNOWN` or `NOT_CHECKED`. */
  readonly status: string
  /** True where the comparison ended before everything was looked at; `reason` says why. */
  readonly isIncomplete: boolean
  /** Empty where everything was looked at. */
  readonly reason: string
  /** All that CloudFormation knows of, those that were not checked and those that it cannot check included. */
  readonly resources: readonly ResourceDrift[]
}

/** The calls that a detection makes. */
export type DriftApi = Pick<
  StackApi,
  'describeResourceDrifts' | 'describeStack' | 'describeStackDriftDetection' | 'detectStackDrift'
>

/**
 * Lets CloudFormation compare a stack with its resources. It does one comparison of a stack at a time: while
 * another is running, this waits for its turn. A server that knows no drift, or refuses the caller, has checked
 * nothing, which is said.
 *
 * @param described - The stack as it was just described, which saves looking at it again.
 * @throws AWS_DRIFT_NOT_POSSIBLE, AWS_WAIT_TOO_LONG
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html | Drift}
 */
export async function detectDrift(
  api: DriftApi,
  stackName: string,
  waiting: Waiting,
  described?: StackDescription,
): Promise<StackDrift> {
  checkPossible(stackName, described ?? (await api.describeStack(stackName)))
  return compare(api, stackName, waiting).catch((error: unknown) => {
    if (!isUnsupportedError(error) && !isDenied(error)) throw error
    return { status: 'NOT_CHECKED', isIncomplete: true, reason: error.message, resources: [] }
  })
}

function isDenied(error: unknown): error is ProvisionerError {
  return isProvisionerError(error) && error.code === 'AWS_DENIED'
}

async function compare(api: DriftApi, stackName: string, waiting: Waiting): Promise<StackDrift> {
  const detectionId = await startDetection(api, stackName, waiting)
  const look = () => api.describeStackDriftDetection(detectionId)
  const isDone = ({ status }: DriftDetection) => !status.endsWith('_IN_PROGRESS')
  const options = limitOf(stackName)
  const { status, statusReason, stackDriftStatus } = await pollUntil(look, isDone, waiting, options)
  const isIncomplete = status !== 'DETECTION_COMPLETE'
  return {
    status: stackDriftStatus || 'UNKNOWN',
    isIncomplete,
    reason: isIncomplete ? statusReason || 'CloudFormation gives no reason' : '',
    resources: await api.describeResourceDrifts(stackName),
  }
}

function checkPossible(stackName: string, stack: StackDescription | undefined): void {
  if (stack && isDriftPossible(stack.status)) return
  const status = stack?.status ?? ''
  const advice = driftAdvice(stackStateOf(stack).kind)
  throw awsError(stackIssueKinds, 'AWS_DRIFT_NOT_POSSIBLE', { stackName, status, advice })
}

/** AWS: `Drift detection is already in progress for stack ...`; also after an answer of ours that was cut off. */
const anotherRuns = /drift detection.*(already|in progress|running)|already.*(drift|detection)/i

async function startDetection(
  api: Pick<StackApi, 'detectStackDrift'>,
  stackName: string,
  waiting: Waiting,
): Promise<string> {
  const look = () =>
    api.detectStackDrift(stackName).catch((error: unknown) => {
      if (!saysSo(error, anotherRuns)) throw error
      return undefined
    })
  const found = await pollUntil(look, (detectionId) => detectionId !== undefined, waiting, limitOf(stackName))
  return found ?? ''
}

const limitOf = (stackName: string) => ({
  limitMs: waitLimitsMs.driftDetection,
  onTimeout: () =>
    awsError(stackIssueKinds, 'AWS_WAIT_TOO_LONG', {
      what: `the drift detection of the stack "${stackName}"`,
      limitMs: waitLimitsMs.driftDetection,
      goesOn: 'CloudFormation goes on with it, which changes nothing',
      advice: 'run the command again a little later',
    }),
})
