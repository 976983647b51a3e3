import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, it, vi } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

// Those of @sec/core and @sec/policies have tests of their own beside them.
it.each([
  { name: 'common', says: /^a\.yaml:1 .+ \(.+\)$/ },
  { name: 'cli', says: /^validate-config: check a config/ },
])('the example in the README of $name runs', async ({ name, says }) => {
  const code = /```ts\n(.*?)```/s.exec(readFileSync(`${root}packages/${name}/README.md`, 'utf8'))?.[1] ?? ''
  const spies = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')].map((spy) => spy.mockReturnValue())
  const { outputFiles } = await build({
    stdin: { contents: code, loader: 'ts', resolveDir: `${root}packages/${name}` },
    tsconfig: `${root}tsconfig.json`,
    bundle: true,
    // Of a library with several builds the one in modules, which can be bundled as one.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*'],
    format: 'esm',
    write: false,
  })
  const script = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
  await import(/* @vite-ignore */ `data:text/javascript;base64,${script}`)
  expect(spies.flatMap((spy) => spy.mock.calls.flat()).join('\n')).toMatch(says)
  for (const spy of spies) spy.mockRestore()
})
