import { NodeHttpHandler } from '@smithy/node-http-handler'
import { defaultTimeouts, type SessionOptions } from '../session-options.js'
import { agentsFor } from './agents.js'

/** Carries the requests of every client of a session; a stalled one ends by itself. */
export function createRequestHandler({ env, timeouts = defaultTimeouts }: SessionOptions): NodeHttpHandler {
  return new NodeHttpHandler({
    ...agentsFor(env),
    connectionTimeout: timeouts.connectMs,
    requestTimeout: timeouts.requestMs,
    socketTimeout: timeouts.requestMs,
    throwOnRequestTimeout: true,
  })
}
