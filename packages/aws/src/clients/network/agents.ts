import { readFileSync } from 'node:fs'
import { type AgentOptions, Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import { accessIssueKinds } from '../../issues/access-issues.js'
import { awsError } from '../../issues/aws-error.js'
import { proxyFor } from './proxy-for.js'
import { openTunnel } from './tunnel.js'

type Env = Readonly<Record<string, string | undefined>>

/** What Node hands to an agent that is to open a connection. */
interface ConnectionOptions {
  readonly host?: string
  readonly port?: number | string
  readonly servername?: string
}

type Opened = (error: Error | null, socket: Duplex) => void
type Connect = (options: ConnectionOptions, opened?: Opened) => Duplex | null | undefined

const shared: AgentOptions = { keepAlive: true, maxSockets: 50 }

/**
 * The agents that carry every call: they go through the proxies that the environment names, and trust the
 * certificates of `AWS_CA_BUNDLE` in place of Node's, as the AWS CLI does.
 *
 * @throws AWS_CA_BUNDLE_UNREADABLE
 */
export function agentsFor(env: Env): { readonly httpAgent: HttpAgent; readonly httpsAgent: HttpsAgent } {
  const ca = env.AWS_CA_BUNDLE ? readBundle(env.AWS_CA_BUNDLE) : undefined
  return {
    httpAgent: throughProxy(new HttpAgent(shared), env, false),
    httpsAgent: throughProxy(new HttpsAgent({ ...shared, ...(ca && { ca }) }), env, true),
  }
}

function readBundle(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw awsError(accessIssueKinds, 'AWS_CA_BUNDLE_UNREADABLE', { file }, { cause, kind: 'file' })
  }
}

/** Node 20's agents know no proxy; one that opens its own connections is the documented way to add one. */
function throughProxy<Agent extends HttpAgent>(agent: Agent, env: Env, isTls: boolean): Agent {
  const opener = agent as unknown as { createConnection: Connect }
  const direct = opener.createConnection.bind(agent) as Connect
  opener.createConnection = (options, opened) => {
    const target = { isTls, host: options.host ?? 'localhost', port: Number(options.port) }
    const proxy = proxyFor(env, target)
    if (!proxy || !opened) return direct(options, opened)
    openTunnel(proxy, target).then(
      (socket) => opened(null, isTls ? connectTls({ ...options, port: undefined, socket }) : socket),
      (error: Error) => opened(error, undefined as never),
    )
    return undefined
  }
  return agent
}
