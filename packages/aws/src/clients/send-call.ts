import { setMaxListeners } from 'node:events'
import type { ProvisionerError } from '@sec/common'
import type { ObjectPlace } from '../ports.js'
import { bucketRegionOf, errorCodeOf, messageOf, statusOf } from './errors/error-facts.js'
import { toAwsError } from './errors/to-aws-error.js'
import { isUnsupportedError } from './errors/unsupported-errors.js'
import { type CallState, newCallState } from './retry/call-state.js'
import type { AwsSession } from './session.js'
import { untilAborted } from './until-aborted.js'

/** What the SDK answers beside the result. */
interface Answer {
  readonly $metadata: { readonly requestId?: string }
}

/** AWS's refusal of a call, for those who know a better end than an error. */
export interface Refusal {
  /** AWS's error code, without the ending `Exception`. */
  readonly code: string
  readonly message: string
  /** True when an attempt before may have reached AWS already. */
  readonly isRepeated: boolean
  /** HTTP status; undefined where no server answered. */
  readonly status: number | undefined
  /** True where the server does not know the operation, as AWS-compatible ones may not. */
  readonly isUnsupported: boolean
  /** Where S3 says that the bucket is. */
  readonly bucketRegion: string | undefined
  /** The error of the SDK, without secrets. */
  readonly cause: unknown
}

/** What a call may say beside its name. */
export interface CallDetail<Output> {
  /** Turns a refusal into a result; undefined where it is an error after all. */
  readonly recover?: (refusal: Refusal) => Output | undefined | Promise<Output | undefined>
  /** The bucket that an S3 call is about. */
  readonly place?: ObjectPlace
}

/**
 * The one way to AWS: records the call, ends it with the caller's signal, and turns what goes wrong into our own
 * errors.
 *
 * @param call - Service and operation, such as `cloudformation:CreateChangeSet`.
 * @param send - Sends one command; must hand the signal to the SDK.
 * @throws The signal's reason when it is aborted; otherwise a code of `accessIssueKinds`.
 */
export async function sendCall<Output extends Answer, Result = Output>(
  session: AwsSession,
  call: string,
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<Output>,
  detail: CallDetail<Result> = {},
): Promise<Output | Result> {
  const { waiting } = session.options
  // One signal for the whole call, also where the caller exchanges it meanwhile.
  const { signal } = waiting
  signal.throwIfAborted()
  // Every call under way listens; many at once are no leak.
  setMaxListeners(0, signal)
  const state = newCallState(call, waiting.nowMs())
  try {
    const output = await session.calls.run(state, () => untilAborted(signal, send({ abortSignal: signal })))
    record(session, state, output)
    return output
  } catch (error) {
    record(session, state, error, errorCodeOf(error))
    signal.throwIfAborted()
    const ours = toAwsError(error, contextOf(session, state, detail.place))
    const refusal = refusalOf(error, state, ours)
    const instead = await detail.recover?.(refusal)
    if (instead !== undefined) return instead
    throw ours
  }
}

function refusalOf(error: unknown, { attempts }: CallState, ours: ProvisionerError): Refusal {
  return {
    code: errorCodeOf(error).replace(/Exception$/, ''),
    message: messageOf(error),
    status: statusOf(error),
    isUnsupported: isUnsupportedError(ours),
    bucketRegion: bucketRegionOf(error),
    isRepeated: attempts > 1,
    cause: ours.cause,
  }
}

function contextOf({ options, profile, secrets }: AwsSession, state: CallState, place?: ObjectPlace) {
  return {
    call: state.call,
    attempts: state.attempts,
    waitedMs: state.waitedMs,
    region: options.region,
    endpointUrl: options.endpointUrl,
    profile,
    secrets: secrets(),
    place,
  }
}

function record({ options }: AwsSession, state: CallState, outcome: unknown, errorCode?: string): void {
  const metadata = (outcome as Partial<Answer> | undefined)?.$metadata
  options.onCall?.({
    call: state.call,
    durationMs: options.waiting.nowMs() - state.startedMs,
    requestId: metadata?.requestId ?? '',
    attempts: state.attempts,
    ...(errorCode && { errorCode }),
  })
}
