import { configSchemaText } from '../../generated/config-schema.generated.js'

/** The part of JSON Schema that the config schema uses. */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean'
  readonly enum?: readonly string[]
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly maxProperties?: number
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly patternErrorMessage?: string
  readonly 'x-checked-by'?: string
}

/** A map of a config, before anything is known of it. */
export type AnyMap = Readonly<Record<string, unknown>>

let parsed: JsonSchema | undefined

/** The schema of a config; parsed at the first call, since a config without faults never needs it. */
export function configSchema(): JsonSchema {
  parsed ??= JSON.parse(configSchemaText) as JsonSchema
  return parsed
}
