// Writes what is made from the TypeBox schema of a config: the compiled check, the plain schema that explains
// faults, and the JSON Schemas per tier that editors use. Run by `npm run generate`; `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { secConfigSchema } from '../src/config/schema/sec-config.js'
import { tierNames } from '../src/names/tier.js'
import { checkModule, plainSchemaModule } from './schema-modules.js'

const root = new URL('../../../', import.meta.url)

/** Every file that this script makes: path from the root, and text. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const schema = secConfigSchema()
  return new Map([
    ['packages/core/src/generated/config-check.generated.ts', checkModule(schema)],
    ['packages/core/src/generated/config-schema.generated.ts', plainSchemaModule(schema)],
    ...tierNames.map((tier) => [`schemas/validation-schema-${tier}.yaml`, publishedSchema(tier)] as const),
  ])
}

function publishedSchema(tier: (typeof tierNames)[number]): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `SEC Provisioner config, tier ${tier}`,
    ...JSON.parse(JSON.stringify(secConfigSchema(tier))),
  }
  return `# Generated from packages/core/src/config/schema by \`npm run generate\`; do not edit.\n${stringify(schema, { lineWidth: 120, aliasDuplicateObjects: false })}`
}

function readOrNothing(url: URL): string {
  try {
    return readFileSync(url, 'utf8')
  } catch {
    return ''
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of schemaFiles()) {
    const url = new URL(path, root)
    if (readOrNothing(url) === text) continue
    if (process.argv.includes('--check')) throw new Error(`${path} is out of date: run npm run generate`)
    writeFileSync(url, text)
    console.log(`wrote ${path}`)
  }
}
