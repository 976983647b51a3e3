import type { Waiting } from '../waiting.js'

/** One call of an AWS API, as it ended. */
export interface CallRecord {
  /** Such as `cloudformation:CreateChangeSet`. */
  readonly call: string
  readonly durationMs: number
  readonly requestId: string
  readonly attempts: number
  /** AWS's error code; absent where the call succeeded. */
  readonly errorCode?: string
}

/** How long one attempt of one call may take. A stalled attempt ends by itself, and is repeated. */
export interface Timeouts {
  readonly connectMs: number
  /** Until the answer begins, and between two parts of it. */
  readonly requestMs: number
}

export const defaultTimeouts: Timeouts = { connectMs: 5_000, requestMs: 30_000 }

/** What every client of one run is made of. */
export interface SessionOptions {
  readonly region: string
  readonly profile?: string
  readonly endpointUrl?: string
  /** How long one attempt of one call may take; {@link defaultTimeouts} where nothing is said. */
  readonly timeouts?: Timeouts
  /** Read for proxies, certificates and credentials. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly waiting: Waiting
  /** Told of every call after it ended. */
  readonly onCall?: (record: CallRecord) => void
  /** Told when a call is repeated after a wait, such as for throttling. */
  readonly onRetry?: (retry: {
    readonly call: string
    readonly delayMs: number
    readonly reason: string
  }) => void
}
