import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'main-'))

/** Waits until it is stopped, and then as long as it is told for its clean-up. */
const program = `
import { defineAction, defineProvisioner, main } from './index.js'
const shared = { pause: { kind: 'text', value: '<ms>', summary: 'of the clean-up' } }
const wait = defineAction(shared, {
  name: 'wait', summary: 'waits', safety: 'read-only', config: 'required',
  run: async ({ pause }, context) => {
    context.output.progress(\`asks: \${context.ask !== undefined}\`)
    try {
      await context.sleep(600_000, context.signal)
      return 0
    } finally {
      await context.sleep(Number(pause))
      context.output.progress('clean')
    }
  },
})
await main(defineProvisioner({ name: 'demo', version: '1', summary: '', options: shared, examples: [], actions: [wait] }))
`

beforeAll(async () => {
  await build({
    stdin: { contents: program, resolveDir: here, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(folder, 'program.mjs'),
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  })
  writeFileSync(join(folder, 'a.yaml'), '')
})

/** Starts it, and gives what it has said once that holds some words. */
function start(pauseMs: number) {
  const child = spawn(process.execPath, ['program.mjs', 'wait', '-c', 'a.yaml', '--pause', String(pauseMs)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  let look = (): void => undefined
  child.stderr.on('data', (text) => {
    said += text
    look()
  })
  const saying = (words: string) =>
    new Promise<void>((resolve, reject) => {
      look = () => void (said.includes(words) && resolve())
      look()
      child.on('close', () => reject(new Error(`it ended without "${words}": ${said}`)))
    })
  return { child, saying, said: () => said }
}

const ended = (child: ChildProcess) =>
  new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })

describe.skipIf(process.platform === 'win32')('a process', () => {
  it.each([
    { signal: 'SIGINT', code: 130, line: 'stopping: cleaning up; press Ctrl-C again to leave at once' },
    { signal: 'SIGTERM', code: 143, line: 'stopping: cleaning up' },
  ] as const)('cleans up after $signal, and ends with $code', async ({ signal, code, line }) => {
    const { child, saying, said } = start(1)
    const end = ended(child)
    await saying('asks:')
    child.kill(signal)
    expect(await end).toEqual({ code, signal: null })
    expect(said().split('\n').slice(0, 4)).toEqual([
      'asks: false',
      line,
      'clean',
      `error  INTERRUPTED  interrupted by ${signal}`,
    ])
  })

  it('takes a terminal that is closed for a request to end', async () => {
    const { child, saying, said } = start(1)
    const end = ended(child)
    await saying('asks:')
    child.kill('SIGHUP')
    expect(await end).toEqual({ code: 143, signal: null })
    expect(said()).toContain('clean\n')
  })

  it('ends at once at the second Ctrl-C', async () => {
    const { child, saying } = start(600_000)
    const end = ended(child)
    await saying('asks:')
    child.kill('SIGINT')
    await saying('stopping')
    child.kill('SIGINT')
    expect(await end).toEqual({ code: null, signal: 'SIGINT' })
  })
})
