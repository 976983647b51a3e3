import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { emitTemplate } from '../src/emit/emit-template.js'
import { compileFile, examplesFolder } from './support/compile.js'

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url))
const masters = ['startup-5', 'medium-10', 'enterprise-12']

/** `starter` -> `starter.yaml`; `own-templates` is a folder with a config in it. */
const examples = readdirSync(examplesFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?:[^/\\]+\.yaml|[^/\\]+[/\\]config\.yaml)$/.test(file))
  .map((file) => ({ name: file.replace(/(?:[/\\]config)?\.yaml$/, ''), file: join(examplesFolder, file) }))

function emitted(file: string, portable: boolean): string {
  return emitTemplate(compileFile(file, portable).template, 'yaml')
}

describe('the template of an example', () => {
  it('is looked at for every one', () => {
    expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining([...masters, 'own-templates']))
  })

  it.each(examples)('$name', async ({ name, file }) => {
    await expect(emitted(file, false)).toMatchFileSnapshot(join(fixtures, 'examples', `${name}.yaml`))
  })

  it.each(examples.filter(({ name }) => masters.includes(name)))(
    '$name, portable',
    async ({ name, file }) => {
      await expect(emitted(file, true)).toMatchFileSnapshot(
        join(fixtures, 'examples', `${name}-portable.yaml`),
      )
    },
  )

  it.each(examples)('$name has no issue but notes', ({ file }) => {
    expect(compileFile(file).issues.filter(({ severity }) => severity !== 'info')).toEqual([])
  })
})

describe('the template of a small config', () => {
  const cases = readdirSync(join(fixtures, 'valid')).map((name) => ({
    name,
    folder: join(fixtures, 'valid', name),
  }))

  it.each(cases)('$name', async ({ name, folder }) => {
    const text = emitted(join(folder, 'config.yaml'), name.endsWith('-portable'))
    await expect(text).toMatchFileSnapshot(join(folder, 'template.yaml'))
  })
})
