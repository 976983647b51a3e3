import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface TestProxy {
  readonly port: number
  /** What was asked for, such as `localhost:443`, and with which Proxy-Authorization. */
  readonly asked: readonly { readonly target: string; readonly authorization: string | undefined }[]
  readonly close: () => Promise<void>
}

/** A proxy on loopback that opens tunnels, or refuses all of them with a status. */
export async function startTestProxy(refusal?: number): Promise<TestProxy> {
  const asked: { target: string; authorization: string | undefined }[] = []
  const open = new Set<Socket>()
  const server = createServer()
  server.on('connect', (request, client: Socket) => {
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] })
    open.add(client)
    client.on('error', () => {})
    if (refusal) return client.end(`HTTP/1.1 ${refusal} No\r\n\r\n`)
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const far = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      far.pipe(client).pipe(far)
    })
    far.on('error', () => client.destroy())
    open.add(far)
    return undefined
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    for (const socket of open) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  return { port: (server.address() as AddressInfo).port, asked, close }
}
