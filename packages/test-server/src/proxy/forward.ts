import { once } from 'node:events'
import { Agent, type IncomingMessage, request as startRequest } from 'node:http'
import type { Answer } from './error-answer.js'
import type { ReceivedCall } from './received-call.js'

/** Passes calls on, over few connections that stay open. */
export interface Forwarder {
  /** @throws Error when the server cannot be reached. */
  forward(call: ReceivedCall): Promise<Answer>
  close(): void
}

export function createForwarder(targetUrl: string): Forwarder {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  return {
    forward: ({ request, body }) => send(targetUrl, agent, request, body),
    close: () => agent.destroy(),
  }
}

async function send(
  targetUrl: string,
  agent: Agent,
  incoming: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const { hostname, port } = new URL(targetUrl)
  const { method, url: path } = incoming
  const outgoing = startRequest({ agent, hostname, port, method, path, headers: headersFor(incoming, body) })
  outgoing.end(body)
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  return readAnswer(response)
}

/** The host stays the proxy's: it is part of what the caller signed. */
function headersFor({ headers }: IncomingMessage, body: Buffer) {
  const { 'transfer-encoding': _chunked, expect: _expect, connection: _connection, ...kept } = headers
  return { ...kept, 'content-length': body.length }
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = response.headers
  return { status: response.statusCode ?? 502, headers, body: Buffer.concat(parts) }
}
