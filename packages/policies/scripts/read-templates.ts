import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SourceText } from '@sec/common'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folder = 'policy-templates'

/** The files of policy-templates/ as they are on disk, sorted by service and name; names relative to the checkout. */
export function readTemplateFiles(): SourceText[] {
  const services = readdirSync(root + folder).sort()
  return services.flatMap((service) => {
    const names = readdirSync(`${root}${folder}/${service}`).map((name) => name.replace(/\.yaml$/, ''))
    return names.sort().map((name) => readTemplateFile(`${folder}/${service}/${name}.yaml`))
  })
}

function readTemplateFile(file: string): SourceText {
  return { file, text: readFileSync(root + file, 'utf8') }
}
