import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { testServer } from '@sec/test-server/vitest'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import type { SessionOptions } from './session-options.js'
import { serverAws } from './testing/server-aws.js'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''

interface Example {
  readonly describe: (options: SessionOptions, accountId: string, stackName: string) => Promise<string>
}

/** The block as it stands, as a module that can be imported. */
async function load(): Promise<Example> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: 'ts', resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    tsconfig: fileURLToPath(new URL('../../../../tsconfig.json', import.meta.url)),
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    write: false,
  })
  const script = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${script}`)) as Example
}

it('the example of the README runs', async () => {
  const server = testServer()
  const account = server.newAccount()
  const { options } = serverAws(server.endpointUrl, account.root).watched
  const { describe } = await load()
  expect(await describe(options, account.accountId, 'edge')).toBe('there is no stack edge')
  await expect(describe(options, '000000000001', 'edge')).rejects.toMatchObject({ code: 'AWS_WRONG_ACCOUNT' })
})
