import { readFileSync } from 'node:fs'
import { compileConfig, emitTemplate, generateTemplate } from '../../packages/core/dist/index.js'
import { builtinPolicyTemplates } from '../../packages/policies/dist/index.js'

/** The enterprise example. */
export const configPath = new URL('../../examples/enterprise-12.yaml', import.meta.url)
export const configText = readFileSync(configPath, 'utf8')

const templates = builtinPolicyTemplates()

/** From a config's text to its template's text, as a program that embeds the library does it. */
export function compile(text) {
  const { model } = compileConfig({ file: 'config.yaml', text }, { templates })
  if (!model) throw new Error('the example has faults')
  return emitTemplate(generateTemplate(model), 'yaml')
}
