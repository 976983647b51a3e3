import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

it('bundles for a browser, without anything of Node', async () => {
  const { metafile } = await build({
    entryPoints: [path('../src/index.ts')],
    tsconfig: path('../../../tsconfig.json'),
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    metafile: true,
  })
  expect(Object.keys(metafile.inputs).filter((name) => name.startsWith('node:'))).toEqual([])
})
