import type { NodeHttpHandler } from '@smithy/node-http-handler'
import { type CredentialProvider, credentialsOf } from './credentials/credentials.js'
import { createRequestHandler } from './network/request-handler.js'
import { retryLimits } from './retry/retry-limits.js'
import { createRetryStrategy } from './retry/retry-strategy.js'
import type { AwsSession } from './session.js'

/** What a client of the SDK is made of. */
export interface ClientConfig {
  readonly region: string
  readonly endpoint?: string
  readonly profile?: string
  readonly credentials: CredentialProvider
  readonly requestHandler: NodeHttpHandler
  readonly retryStrategy: ReturnType<typeof createRetryStrategy>
  readonly maxAttempts: number
}

/**
 * What a client of the session is made of; the first one makes the connections. Loads a part of the SDK: import it
 * where a client is made, and that when a call is made.
 */
export function clientConfig({ options, profile, calls, remember, shared }: AwsSession): ClientConfig {
  const { region, endpointUrl, waiting, onRetry } = options
  shared.requestHandler ??= createRequestHandler(options)
  shared.credentials ??= credentialsOf(options, shared.requestHandler, remember)
  return {
    region,
    ...(endpointUrl && { endpoint: endpointUrl }),
    ...(profile && { profile }),
    credentials: shared.credentials,
    requestHandler: shared.requestHandler,
    retryStrategy: createRetryStrategy({ waiting, calls, onRetry }),
    maxAttempts: retryLimits.attempts,
  }
}
