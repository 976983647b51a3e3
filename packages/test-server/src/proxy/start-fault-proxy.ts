import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerCall } from './answer-call.js'
import { createCallLog, type RecordedCall } from './call-log.js'
import { createFaultBox, type Injection } from './faults.js'
import { createForwarder } from './forward.js'
import { receiveCall } from './received-call.js'

/** A server in front of the server, that counts calls and makes faults. */
export interface FaultProxy {
  /** What an SDK client takes as its endpoint. */
  readonly endpointUrl: string
  /** Every call since the start or the last reset, in the order in which they came. */
  readonly calls: readonly RecordedCall[]
  inject(injection: Injection): void
  /** Forgets calls and faults, and closes what stalls. */
  reset(): void
  stop(): Promise<void>
}

/** Starts a proxy on a free port of the loopback address, in front of `targetUrl`. */
export async function startFaultProxy(targetUrl: string): Promise<FaultProxy> {
  const [forwarder, faults, log] = [createForwarder(targetUrl), createFaultBox(), createCallLog()]
  const stalled = new Set<ServerResponse>()
  const closeStalled = () => {
    for (const response of stalled) response.destroy()
    stalled.clear()
  }
  const server = createServer(async (request, response) => {
    // A caller that gives up half way gets no answer; that is its own doing.
    const call = await receiveCall(request).catch(() => undefined)
    if (call) await answerCall(call, response, { forwarder, faults, log, stalled })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpointUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get calls() {
      return log.calls()
    },
    inject: faults.add,
    reset: () => {
      faults.clear()
      log.clear()
      closeStalled()
    },
    stop: async () => {
      forwarder.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
