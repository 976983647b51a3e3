import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { builtinFile } from '../scripts/builtin-file.js'
import { readTemplateFiles } from '../scripts/read-templates.js'
import { builtinPolicyTemplates, parsePolicyTemplates } from '../src/index.js'

const onDisk = parsePolicyTemplates(readTemplateFiles())
const generated = new URL('../src/generated/builtin.generated.ts', import.meta.url)
const remedy = 'run `npm run generate` after a change in policy-templates/'

it('ships the files of policy-templates/ as they are on disk', () => {
  expect(onDisk.issues).toEqual([])
  expect(builtinPolicyTemplates(), remedy).toEqual(onDisk.templates)
})

it('has the text that the generator writes', () => {
  expect(readFileSync(generated, 'utf8') === builtinFile(onDisk.templates), remedy).toBe(true)
})

it('is sorted by service and name', () => {
  const keys = builtinPolicyTemplates().map(({ service, name }) => [service, name].join('\0'))
  expect(keys).toEqual([...keys].sort())
})

it('parses once', () => expect(builtinPolicyTemplates()).toBe(builtinPolicyTemplates()))
