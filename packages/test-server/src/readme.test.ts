import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const cwd = fileURLToPath(new URL('..', import.meta.url))

it('the example in the README runs', async () => {
  const code = /```ts\n(.*?)```/s.exec(readFileSync(`${cwd}README.md`, 'utf8'))?.[1] ?? ''
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const args = ['--import', tsx, '--input-type=module', '-e', code]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd })
  expect(stdout).toBe('function 12\n')
})
