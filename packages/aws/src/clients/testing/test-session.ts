import type { Waiting } from '../../waiting.js'
import type { CallRecord, SessionOptions } from '../session-options.js'

/** Credentials that no server checks. */
export const anyKeys = { AWS_ACCESS_KEY_ID: 'key-id-of-a-test', AWS_SECRET_ACCESS_KEY: 'secret-of-a-test' }

/** What a session did, beside its options. */
export interface Watched {
  readonly options: SessionOptions
  /** Milliseconds of every wait; none of them takes time. */
  readonly waits: readonly number[]
  readonly records: readonly CallRecord[]
  readonly retries: readonly { readonly call: string; readonly delayMs: number; readonly reason: string }[]
  readonly abort: (reason: unknown) => void
}

/** Options of a session whose waits take no time, on a clock that they move. */
export function watchedOptions(endpointUrl: string, changes: Partial<SessionOptions> = {}): Watched {
  const waits: number[] = []
  const records: CallRecord[] = []
  const retries: { call: string; delayMs: number; reason: string }[] = []
  const controller = new AbortController()
  const options: SessionOptions = {
    region: 'eu-central-1',
    endpointUrl,
    env: anyKeys,
    waiting: quickWaiting(controller.signal, waits),
    onCall: (record) => records.push(record),
    onRetry: (retry) => retries.push(retry),
    ...changes,
  }
  return { options, waits, records, retries, abort: (reason) => controller.abort(reason) }
}

/** A clock that waits move on, and that else goes as the real one. */
export function quickWaiting(signal: AbortSignal, waits: number[] = []): Waiting {
  let aheadMs = 0
  return {
    nowMs: () => Date.now() + aheadMs,
    sleep: async (delayMs, given) => {
      given?.throwIfAborted()
      aheadMs += delayMs
      waits.push(delayMs)
    },
    signal,
  }
}

export const callerIdentity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ann</Arn><UserId>AIDAX</UserId><Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`
