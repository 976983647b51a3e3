import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNode } from '../lib/node.mjs'
import { measurePairs, millisecondsOf } from '../lib/pairs.mjs'

const program = fileURLToPath(
  new URL('../../packages/sec-provisioner/dist/sec-provisioner.cjs', import.meta.url),
)
const config = fileURLToPath(new URL('../../examples/enterprise-12.yaml', import.meta.url))
const keys = { AWS_ACCESS_KEY_ID: '111122223333', AWS_SECRET_ACCESS_KEY: 'bench' }

/** A server that knows when the first call of a run came, and refuses it. */
async function startRefusing() {
  let onCall = () => {}
  const server = createServer((request, response) => {
    onCall()
    request.resume()
    response.writeHead(403, { 'content-type': 'text/xml' })
    response.end(
      '<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>',
    )
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const firstCall = () =>
    new Promise((done) => {
      onCall = done
    })
  return { url: `http://127.0.0.1:${server.address().port}`, firstCall, stop: () => server.close() }
}

/** Milliseconds until a run makes its first call. */
async function untilFirstCall({ url, firstCall }, folder) {
  const args = [program, 'show-changes', '--config', config, '--out', folder, '--endpoint-url', url]
  const start = performance.now()
  const called = firstCall()
  const child = spawn(process.execPath, args, { env: { ...process.env, ...keys }, stdio: 'ignore' })
  const ended = new Promise((done) => child.on('close', done))
  await called
  const elapsed = performance.now() - start
  await ended
  return elapsed
}

export const awsRows = [
  {
    name: 'show-changes of the enterprise example, cold, up to its first call, to `node -e 0`',
    unit: 'ms',
    aim: 2.6,
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sec-bench-'))
      const server = await startRefusing()
      try {
        return await measurePairs(
          () => untilFirstCall(server, folder),
          () => millisecondsOf(() => runNode(['-e', '0'])),
          30,
        )
      } finally {
        server.stop()
        rmSync(folder, { recursive: true, force: true })
      }
    },
  },
]
