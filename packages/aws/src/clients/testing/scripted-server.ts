import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it came. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** What a server does with one request. */
export type Script = (request: Received, response: ServerResponse) => void

export interface ScriptedServer {
  readonly url: string
  readonly received: readonly Received[]
  readonly close: () => Promise<void>
}

/** A server on loopback that does with the n-th request what the n-th script says, the last one from then on. */
export async function startScriptedServer(...scripts: readonly Script[]): Promise<ScriptedServer> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const got = await receive(request)
    received.push(got)
    scripts[Math.min(received.length, scripts.length) - 1]?.(got, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function receive(request: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = Buffer.concat(parts).toString('utf8')
  return { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
}

/** Answers with a status and a text. */
export function answer(status: number, body: string, headers: Record<string, string> = {}): Script {
  return (_, response) =>
    response
      .writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': 'r-1', ...headers })
      .end(body)
}

/** Answers as services of the query protocol refuse. */
export function refuse(status: number, code: string, message: string): Script {
  return answer(
    status,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
  )
}

/** Closes the connection without an answer. */
export const cut: Script = (_, response) => response.destroy()

/** Begins an answer and closes the connection in its middle. */
export const cutInTheMiddle: Script = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '1000' })
  response.write('<GetCallerIdentityResponse>')
  setTimeout(() => response.destroy(), 20)
}

/** Never answers. */
export const stall: Script = () => {}

/** Begins an answer and never ends it. */
export const stallInTheMiddle: Script = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '1000' })
  response.write('<GetCallerIdentityResponse>')
}
