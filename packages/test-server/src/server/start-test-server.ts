import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connectTestServer, type TestServer } from './connect-test-server.js'
import { findFreePort } from './free-port.js'
import { findServerPython, serverScript } from './python-program.js'
import { waitForHealth } from './wait-for-health.js'

export interface TestServerOptions {
  /** Whether signatures are checked and IAM policies enforced; yes unless told otherwise. */
  readonly auth?: boolean
  /** Whether the server's log is kept off the terminal; yes unless told otherwise. */
  readonly quiet?: boolean
}

/** A server that this process started and that ends with it. */
export interface StartedTestServer extends TestServer {
  readonly pid: number
  /** Ends the server; a second call does nothing. */
  stop(): Promise<void>
}

/**
 * Starts MiniStack with its plug-in on a free port of the loopback address and waits until it answers.
 *
 * @throws Error when its Python environment is missing, or when it ends or stays silent instead of answering.
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<StartedTestServer> {
  const port = await findFreePort()
  const child = spawnServer(port, options)
  const endpointUrl = `http://127.0.0.1:${port}`
  const stop = () => stopChild(child)
  await waitForHealth(endpointUrl, child).catch(async (error) => {
    await stop()
    throw error
  })
  return { ...connectTestServer(endpointUrl), pid: child.pid as number, stop }
}

function spawnServer(port: number, { auth = true, quiet = true }: TestServerOptions): ChildProcess {
  const env = {
    ...process.env,
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    AUTH: String(auth),
    LOG_LEVEL: quiet ? 'ERROR' : 'INFO',
  }
  // Standard input stays open as long as this process lives; the server ends with it.
  const output = quiet ? 'ignore' : 'inherit'
  return spawn(findServerPython(), [serverScript], { env, stdio: ['pipe', output, output] })
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = once(child, 'exit')
  child.kill('SIGKILL')
  await end
}
