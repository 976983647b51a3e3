import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const newFolder = () => mkdtempSync(join(tmpdir(), 'sec-demo-test-'))

/** Runs the demo with a home and a folder for temporary files that are empty. */
async function runDemo(temporary: string, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: newFolder(), TMPDIR: temporary }
  const child = spawn(process.execPath, ['scripts/demo.mjs', '--prepared', ...args], { cwd: root, env })
  const text = { out: '', err: '' }
  for (const [name, stream] of [
    ['out', child.stdout],
    ['err', child.stderr],
  ] as const)
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text[name] += piece
    })
  const exitCode = await new Promise<number | null>((done) => child.on('close', done))
  return { exitCode, ...text }
}

it('the demo tells the whole life of a stack, and leaves nothing', async () => {
  const temporary = newFolder()
  const { exitCode, out, err } = await runDemo(temporary)
  expect([exitCode, err], out).toEqual([0, ''])
  const commands = [...out.matchAll(/^\$ npx sec-provisioner (\S+)/gm)].map(([, action]) => action)
  expect(commands).toEqual([
    ...['validate-config', 'export-iam-policy', 'show-changes', 'deploy'],
    ...['export-iam-policy', 'show-changes', 'deploy'],
    ...['check-drift', 'deploy', 'check-drift', 'test-deploy', 'delete-stack'],
  ])
  const exitCodes = [...out.matchAll(/^ {2}exit code (.*)$/gm)].map(([, code]) => code)
  expect(exitCodes).toEqual(commands.map((_, index) => (index === 7 ? '4' : '0')))
  expect(out).toContain('Nothing is left in the account.')
  expect(readdirSync(temporary).filter((name) => name.startsWith('sec-demo-'))).toEqual([])
  const server = /server that acts like AWS is at (\S+);/.exec(out)?.[1] ?? ''
  await expect(fetch(server)).rejects.toThrow('fetch failed')
})
