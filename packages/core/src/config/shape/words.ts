import type { JsonSchema } from './json-schema.js'

const typeWords = {
  object: 'a map of keys and values',
  array: 'a list',
  string: 'a text',
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
  if (one && list?.type === 'array') return `${expectedBy(one)}, or a list of them`
  return branches.map(expectedBy).join(' or ')
}

/** The same for a text that was written without quotes. */
export function expectedInQuotes(schema: JsonSchema): string {
  const [one, list] = schema.anyOf ?? []
  if (one && list?.type === 'array') return `${expectedInQuotes(one)}, or a list of them`
  const expected = expectedBy(schema)
  if (expected.includes('in quotes')) return expected
  return expected.includes(' of ') || expected.includes('such as')
    ? `${expected}, in quotes`
    : `${expected} in quotes`
}
