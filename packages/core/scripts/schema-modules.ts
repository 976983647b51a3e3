import type { TSchema } from 'typebox'
import { Build } from 'typebox/schema'

const banner = '// Generated from packages/core/src/config/schema by `npm run generate`; do not edit.\n'

/** A module with the compiled check: one boolean function, no library at run time. */
export function checkModule(schema: TSchema): string {
  const build = Build({}, withoutParts(strip(schema)) as TSchema)
  const { identifier, variables } = build.External()
  const patterns = variables.map((variable) => {
    if (!(variable instanceof RegExp)) throw new Error('the compiled check needs more than patterns')
    return `  ${variable.toString()},`
  })
  const functions = build.Functions().map((code) => code.replaceAll(/\n/g, ' '))
  const helpers = [...functions.join('').matchAll(/\bGuard\.(\w+)/g)].map(([, name]) => name)
  if (helpers.some((name) => name !== 'CodePointCount'))
    throw new Error(`the compiled check needs other helpers: ${[...new Set(helpers)].join(', ')}`)
  return [
    // TypeBox writes JavaScript: it has parameters without types, and reads properties that no type tells of.
    `${banner}// @ts-nocheck`,
    `const ${identifier} = [`,
    ...patterns,
    ']',
    'const Guard = { CodePointCount: (text) => [...text].length }',
    ...functions,
    '/** True when the value has the shape of a config; statements are left to the statement check. */',
    'export function isConfigShape(value: unknown): boolean {',
    `  return ${build.Entry()}`,
    '}',
    '',
  ].join('\n')
}

/** Leaves out what another check looks at, such as statements: one look is enough, and compiling it takes time. */
function withoutParts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutParts)
  if (typeof value !== 'object' || value === null) return value
  if ('x-checked-by' in value) return {}
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutParts(item)]))
}

/** Keys of the schema that only editors and readers need. */
const wordsForEditors = new Set(['description', 'default', 'examples'])

/** A module with the schema as plain data, parsed only when a fault must be explained. */
export function plainSchemaModule(schema: TSchema): string {
  const text = JSON.stringify(strip(schema))
  return `${banner}/** The schema of a config as JSON text, without the words for editors. */\nexport const configSchemaText = ${JSON.stringify(text)}\n`
}

function strip(value: unknown, isNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isNames || !wordsForEditors.has(key))
      .map(([key, item]) => [
        key,
        strip(item, !isNames && (key === 'properties' || key === 'patternProperties')),
      ]),
  )
}
