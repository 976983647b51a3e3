import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceText } from '@sec/common'
import { compileConfig, type SecModel } from '@sec/core'
import { builtinPolicyTemplates, type PolicyTemplate, parsePolicyTemplates } from '@sec/policies'
import { everyLevelConfig } from './every-level.js'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What one config means, with literal names and with pseudo parameters. */
export interface Estate {
  /** The example's name. */
  readonly name: string
  readonly literal: SecModel
  readonly portable: SecModel
}

/** Every example, and an estate with every level that ships. */
export function judgedEstates(): readonly Estate[] {
  return [
    ...exampleFiles().map(({ name, config, more }) => estate(name, readSource(config), more.map(readSource))),
    estate('every-level', { file: 'every-level.yaml', text: everyLevelConfig(builtinPolicyTemplates()) }),
  ]
}

interface ExampleFiles {
  readonly name: string
  readonly config: string
  /** Policy templates of its own. */
  readonly more: readonly string[]
}

/** An example is a YAML file, or a folder with a `config.yaml` and perhaps a folder `policy-templates`. */
function exampleFiles(): ExampleFiles[] {
  const entries = readdirSync(join(root, 'examples'), { withFileTypes: true })
  return entries.flatMap((entry): ExampleFiles[] => {
    const path = `examples/${entry.name}`
    if (entry.name.endsWith('.yaml'))
      return [{ name: entry.name.replace('.yaml', ''), config: path, more: [] }]
    const config = `${path}/config.yaml`
    return existsSync(join(root, config)) ? [{ name: entry.name, config, more: templatesOf(path) }] : []
  })
}

function templatesOf(example: string): string[] {
  const folder = `${example}/policy-templates`
  if (!existsSync(join(root, folder))) return []
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.yaml')).map((file) => `${folder}/${file}`)
}

const readSource = (file: string): SourceText => ({ file, text: readFileSync(join(root, file), 'utf8') })

function estate(name: string, config: SourceText, more: readonly SourceText[] = []): Estate {
  const { templates, issues } = parsePolicyTemplates(more, builtinPolicyTemplates())
  if (issues.length > 0) throw new Error(`${name}: ${JSON.stringify(issues)}`)
  return {
    name,
    literal: modelOf(config, templates, false),
    portable: modelOf(config, templates, true),
  }
}

function modelOf(config: SourceText, templates: readonly PolicyTemplate[], portable: boolean): SecModel {
  const { model, issues } = compileConfig(config, { templates, portable })
  if (!model) throw new Error(`${config.file}: ${issues.map(({ message }) => message).join('\n')}`)
  return model
}
