import type { JsonSchema } from './json-schema.js'

/** True when the value is of the schema's type, whatever else is wrong with it. */
export function isOfType(schema: JsonSchema, value: unknown): boolean {
  if (schema.anyOf) return schema.anyOf.some((branch) => isOfType(branch, value))
  if (schema.enum) return typeof value === 'string'
  switch (schema.type) {
    case undefined:
      return true
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'array':
      return Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === schema.type
  }
}
