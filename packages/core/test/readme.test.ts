import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { emitTemplate } from '../src/emit/emit-template.js'
import { compileFile, examplesFolder, workspace } from './support/compile.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''

interface Example {
  readonly templateOf: (file: string, text: string) => string
}

/** The block as it stands, as a module that can be imported. */
async function load(): Promise<Example> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: 'ts', resolveDir: join(workspace, 'packages', 'core') },
    tsconfig: join(workspace, 'tsconfig.json'),
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['browser'],
    format: 'esm',
    write: false,
  })
  const script = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${script}`)) as Example
}

describe('the example of the README', () => {
  let example: Example
  beforeAll(async () => {
    example = await load()
  })

  it('stands in the README of the repository too', () => {
    expect(readFileSync(join(workspace, 'README.md'), 'utf8')).toContain(code)
  })

  it('is about ten lines', () => expect(code.trim().split('\n').length).toBeLessThanOrEqual(10))

  it('turns the text of a config into the text of a template', () => {
    const file = join(examplesFolder, 'startup-5.yaml')
    const text = example.templateOf('startup-5.yaml', readFileSync(file, 'utf8'))
    expect(text).toBe(emitTemplate(compileFile(file).template, 'yaml'))
  })

  it('says what is wrong, and where', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    expect(() => example.templateOf('a.yaml', 'tier: {}')).toThrow('a.yaml has errors')
    expect(warn.mock.calls.flat().join('\n')).toMatch(/^a\.yaml:1 error MISSING_KEY: /m)
    warn.mockRestore()
  })
})
