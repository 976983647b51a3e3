import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { register } from 'tsx/esm/api'
import { tellStory } from './story.mjs'

/**
 * Starts the server, tells the story in a folder of its own, and takes both away again.
 *
 * @param settings - `isWhole`: outputs are not shortened.
 * @returns Whether every command ended as it should.
 */
export async function runDemo(settings) {
  const folder = mkdtempSync(join(tmpdir(), 'sec-demo-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const [signal, exitCode] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])
    process.once(signal, () => process.exit(exitCode))
  // The SDK would write about Node's versions between our own lines.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  // The server's package is in TypeScript.
  register()
  const { createTestAccount, startTestServer } = await import('@sec/test-server')
  const server = await startTestServer()
  try {
    return await tellStory({ server, createTestAccount, folder, ...settings })
  } finally {
    await server.stop()
  }
}
