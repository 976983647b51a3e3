import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DescribedIssue } from '@sec/common'
import { builtinPolicyTemplates, type PolicyTemplate, parsePolicyTemplates } from '@sec/policies'
import { compileConfig } from '../../src/compile/compile-config.js'
import { generateTemplate } from '../../src/generate/generate-template.js'
import type { Template } from '../../src/generate/template.js'
import type { SecModel } from '../../src/model/model.js'

export const workspace = fileURLToPath(new URL('../../../../', import.meta.url))
export const examplesFolder = join(workspace, 'examples')

export interface Compiled {
  readonly issues: readonly DescribedIssue[]
  readonly model: SecModel
  readonly template: Template
}

interface Options {
  readonly portable?: boolean
  readonly templates?: readonly PolicyTemplate[]
}

/** Compiles a text that is meant to have no errors; throws their messages. */
export function compileText(text: string, options: Options & { readonly file?: string } = {}): Compiled {
  const { portable = false, file = 'config.yaml', templates = builtinPolicyTemplates() } = options
  const loadBase = (reference: string, from: string) => readText(join(dirname(from), reference))
  const { issues, model } = compileConfig({ file, text }, { templates, portable, loadBase })
  if (!model) throw new Error(issues.map(({ code, message }) => `${code}: ${message}`).join('\n'))
  return { issues, model, template: generateTemplate(model) }
}

/** Compiles a file with the bases and the further policy templates beside it. */
export function compileFile(file: string, portable = false): Compiled {
  const templates = templatesBeside(dirname(file))
  return compileText(readText(file).source.text, { file, portable, templates })
}

function templatesBeside(folder: string): readonly PolicyTemplate[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^policy-templates[/\\].*\.yaml$/.test(file),
  )
  const sources = files.sort().map((file) => readText(join(folder, file)).source)
  const named = sources.map(({ file, text }) => ({ file: relative(workspace, file), text }))
  return parsePolicyTemplates(named, builtinPolicyTemplates()).templates
}

function readText(file: string) {
  return { source: { file, text: readFileSync(file, 'utf8') } }
}
