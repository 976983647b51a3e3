import type { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Waiting } from '../waiting.js'
import { type CredentialProvider, profileOf } from './credentials/credentials.js'
import { createSecrets, type Secrets } from './errors/secrets.js'
import { type CallsUnderWay, createCallsUnderWay } from './retry/call-state.js'
import type { SessionOptions } from './session-options.js'

/** What the clients of all services share: connections, credentials, the way of retrying. */
export interface AwsSession {
  readonly options: SessionOptions
  readonly profile?: string
  readonly calls: CallsUnderWay
  /** Texts that no message may hold. */
  readonly secrets: Secrets['all']
  /** Adds credentials to the secrets. */
  readonly remember: Secrets['add']
  /** Connections and credentials; the first client makes them, see `clientConfig`. */
  readonly shared: Shared
  /** The same connections and credentials for a caller who waits otherwise, such as while cleaning up. */
  readonly withWaiting: (waiting: Waiting) => AwsSession
  /** Closes idle connections. */
  readonly close: () => void
}

/** What sessions that differ only in how they wait have in common. */
export interface Shared {
  requestHandler?: NodeHttpHandler
  credentials?: CredentialProvider
}

/**
 * One region, endpoint, identity and set of connections for all clients of one run. Nothing is read or opened, and
 * nothing of the SDK is loaded, before the first call.
 */
export function openSession(options: SessionOptions): AwsSession {
  return sessionOf(options, createSecrets(options.env), {})
}

function sessionOf(options: SessionOptions, secrets: Secrets, shared: Shared): AwsSession {
  const profile = profileOf(options)
  return {
    options,
    ...(profile && { profile }),
    calls: createCallsUnderWay(),
    secrets: secrets.all,
    remember: secrets.add,
    shared,
    withWaiting: (waiting) => sessionOf({ ...options, waiting }, secrets, shared),
    close: () => shared.requestHandler?.destroy(),
  }
}
