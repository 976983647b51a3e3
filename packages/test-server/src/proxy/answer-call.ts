import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CallLog, CallStatus } from './call-log.js'
import { type Answer, errorAnswer, givenAnswer, wordsOf } from './error-answer.js'
import type { Fault, FaultBox } from './faults.js'
import type { Forwarder } from './forward.js'
import type { ReceivedCall } from './received-call.js'

export interface ProxyParts {
  readonly forwarder: Forwarder
  readonly faults: FaultBox
  readonly log: CallLog
  /** Answers that are held back. */
  readonly stalled: Set<ServerResponse>
}

/** Answers one call, with the fault that waits for it, if any. */
export async function answerCall(
  call: ReceivedCall,
  response: ServerResponse,
  parts: ProxyParts,
): Promise<void> {
  const { n, nth, end } = parts.log.add(call.call)
  const fault = parts.faults.take(n, call.call, nth)
  const forward = () => parts.forwarder.forward(call)
  const outcome = await meet(fault, call, forward).catch(() => 'cut-before' as const)
  if (outcome === 'stalled') parts.stalled.add(response)
  else if (typeof outcome === 'string') response.destroy()
  else response.writeHead(outcome.status, { ...outcome.headers } as Record<string, string>).end(outcome.body)
  end(typeof outcome === 'string' ? outcome : outcome.status)
}

type Outcome = Answer | Exclude<CallStatus, number | 'pending'>

async function meet(
  fault: Fault | undefined,
  { service, call }: ReceivedCall,
  forward: () => Promise<Answer>,
): Promise<Outcome> {
  switch (fault?.kind) {
    case undefined:
      return forward()
    case 'throttle':
    case 'server-error':
    case 'deny':
      return errorAnswer(service, wordsOf(fault.kind, service, call))
    case 'error':
      return errorAnswer(service, fault)
    case 'answer':
      return givenAnswer(fault)
    case 'cut-before':
      return 'cut-before'
    case 'cut-after':
      await forward()
      return 'cut-after'
    case 'stall':
      return 'stalled'
    case 'delay':
      await sleep(fault.delayMs)
      return forward()
    case 'call':
      await fault.run()
      return forward()
  }
}
