import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { directImports } from '../direct-imports.js'

function project(main: string) {
  const folder = join(mkdtempSync(join(tmpdir(), 'direct-')), 'packages')
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const index = "export { one, type T } from './one.js'\nexport { two as second } from './two.js'\n"
  write('lib/src/index.ts', index)
  write('lib/src/one.ts', 'export type T = 1\nexport const one = "ONE"\n')
  write('lib/src/two.ts', 'console.log("LOADED TWO")\nexport const two = "TWO"\n')
  write('app/src/main.ts', main)
  return build({
    entryPoints: [join(folder, 'app/src/main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    plugins: [directImports({ '@x/lib': join(folder, 'lib/src/index.ts') })],
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
}

describe('an import by package name', () => {
  it('takes the file of the name alone, though the index exports others', async () => {
    const text = await project("import { one, type T } from '@x/lib'\nconsole.log(one as T)\n")
    expect(text).toContain('"ONE"')
    expect(text).not.toContain('TWO')
  })

  it('follows names that are changed on the way', async () => {
    const text = await project("import { second as mine } from '@x/lib'\nconsole.log(mine)\n")
    expect(text).toContain('"TWO"')
  })

  it('works for names that are passed on', async () => {
    expect(await project("export { one as uno } from '@x/lib'\n")).toMatch(/one as uno/)
  })

  it('leaves types out', async () => {
    expect(await project("import type { T } from '@x/lib'\nexport const x: T = 1\n")).not.toContain('ONE')
  })

  it('fails for a name that the index does not have', async () => {
    await expect(project("import { three } from '@x/lib'\nconsole.log(three)\n")).rejects.toThrow(
      '"three" is not a named export of @x/lib',
    )
  })
})
