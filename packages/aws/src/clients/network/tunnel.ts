import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import type { Target } from './proxy-for.js'

/** How long a proxy may take to open a tunnel. */
const openLimitMs = 10_000

/**
 * Asks a proxy to connect to a target.
 *
 * @param proxy - `http:` or `https:`, with a name and password where the proxy wants them.
 * @returns The open connection to the target, without TLS of the target's own.
 * @throws An `Error` of code `EPROXY` when the proxy refuses; its text holds neither name nor password.
 */
export function openTunnel(proxy: URL, target: Target): Promise<Socket> {
  const asProxy = proxy.protocol === 'https:' ? httpsRequest : httpRequest
  const request = asProxy({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: `${target.host}:${target.port}`,
    headers: { host: `${target.host}:${target.port}`, ...authorization(proxy) },
    agent: false,
    timeout: openLimitMs,
  })
  return new Promise((resolve, reject) => {
    request.once('connect', (response, socket) => {
      if (response.statusCode === 200) return resolve(socket)
      socket.destroy()
      reject(proxyError(proxy, `answered ${response.statusCode} ${response.statusMessage ?? ''}`.trim()))
    })
    request.once('response', (response) => {
      response.destroy()
      reject(proxyError(proxy, `answered ${response.statusCode} to CONNECT`))
    })
    request.once('timeout', () => request.destroy(proxyError(proxy, 'did not answer')))
    request.once('error', (error) => reject(proxyError(proxy, error.message, error)))
    request.end()
  })
}

function authorization({ username, password }: URL): Record<string, string> {
  if (!username) return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

function proxyError(proxy: URL, reason: string, cause?: unknown): Error {
  const error = new Error(`the proxy ${proxy.host} ${reason}`, { cause })
  return Object.assign(error, { code: 'EPROXY' })
}
