import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emitTemplate, generateTemplate } from '@sec/core'
import type { Estate } from './estates.js'

/** A generated template in a file of its own. */
export interface TemplateFile {
  readonly name: string
  readonly estate: string
  readonly region: string
  readonly file: string
}

/** Writes each estate literal and portable, as YAML and as JSON. The caller removes the folder. */
export function writeTemplates(estates: readonly Estate[]) {
  const folder = mkdtempSync(join(tmpdir(), 'sec-judges-'))
  const templates = estates.flatMap((estate) =>
    (['literal', 'portable'] as const).flatMap((mode) =>
      (['yaml', 'json'] as const).map((format): TemplateFile => {
        const file = join(folder, `${estate.name}-${mode}.${format}`)
        const model = estate[mode]
        writeFileSync(file, emitTemplate(generateTemplate(model), format))
        const name = `${estate.name}, ${mode}, ${format}`
        return { name, estate: estate.name, region: model.identity.region, file }
      }),
    ),
  )
  return { templates, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
