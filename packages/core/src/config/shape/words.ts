import type { JsonSchema } from './json-schema.js'

const typeWords = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
} as const

/** What a schema expects, to end the sentence "found x, expected ...". */
export function expectedBy(schema: JsonSchema): string {
  if (schema.patternErrorMessage && schema.type === 'string') return schema.patternErrorMessage
  if (schema.enum)
    return schema.enum.length === 1 ? `"${schema.enum[0]}"` : `one of ${schema.enum.join(', ')}`
  if (schema.anyOf) return expectedByAlternatives(schema.anyOf)
  return schema.type ? typeWords[schema.type] : 'a value'
}

function expectedByAlternatives(branches: readonly JsonSchema[]): string {
  const [one, list] = branches
  if (one && list?.type === 'array') return `${expectedBy(one)}, or a list of such`
  return branches.map(expectedBy).join(' or ')
}
