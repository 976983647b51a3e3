import type { ObjectPlace } from '../../ports.js'

/** What is known about a call beside how it failed. */
export interface CallContext {
  /** Service and operation, such as `cloudformation:CreateChangeSet`. */
  readonly call: string
  readonly attempts: number
  readonly waitedMs: number
  readonly region: string
  readonly endpointUrl?: string | undefined
  readonly profile?: string | undefined
  /** Texts that no message may hold. */
  readonly secrets: readonly string[]
  /** The bucket that the call was about. */
  readonly place?: ObjectPlace | undefined
}

/** A call that failed, as plain data. */
export interface CallFailure {
  readonly context: CallContext
  /** AWS's error code, or Node's. */
  readonly code: string
  /** Without secrets. */
  readonly message: string
  /** HTTP status; undefined where no server answered. */
  readonly status: number | undefined
  /** Undefined where the answer carries none. */
  readonly requestId: string | undefined
  /** Where S3 says that the bucket is. */
  readonly bucketRegion: string | undefined
  /** The error of the SDK, without secrets. */
  readonly cause: unknown
}
