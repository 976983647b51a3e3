import type { Issue, IssuePath } from '@sec/common'
import { configIssue } from '../issues/config-issues.js'
import { explainShape } from './explain-shape.js'
import type { JsonSchema } from './json-schema.js'
import { expectedBy } from './words.js'

export function explainList(schema: JsonSchema, list: readonly unknown[], path: IssuePath): Issue[] {
  const { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema
  if (list.length < minItems) return [configIssue('LIST_EMPTY', path, { key: String(path.at(-1)) })]
  const beyond = list.length > maxItems ? [tooMany(list.length, maxItems, 'items', [...path, maxItems])] : []
  return [...beyond, ...list.flatMap((item, index) => explainShape(items, item, [...path, index]))]
}

export function explainMap(
  schema: JsonSchema,
  map: Readonly<Record<string, unknown>>,
  path: IssuePath,
): Issue[] {
  return [
    ...missingKeys(schema, map, path),
    ...tooManyKeys(schema, map, path),
    ...Object.entries(map).flatMap(([key, value]) => explainEntry(schema, key, value, [...path, key])),
  ]
}

function missingKeys(schema: JsonSchema, map: Readonly<Record<string, unknown>>, path: IssuePath): Issue[] {
  return (schema.required ?? [])
    .filter((key) => !Object.hasOwn(map, key))
    .map((key) => {
      const expected = expectedBy(schema.properties?.[key] ?? {})
      return configIssue('MISSING_KEY', path, { key, expected }, { anchor: 'key' })
    })
}

function tooManyKeys(schema: JsonSchema, map: Readonly<Record<string, unknown>>, path: IssuePath): Issue[] {
  const keys = Object.keys(map)
  const limit = schema.maxProperties ?? Number.POSITIVE_INFINITY
  if (keys.length <= limit) return []
  return [tooMany(keys.length, limit, 'entries', [...path, keys[limit] as string])]
}

function explainEntry(schema: JsonSchema, key: string, value: unknown, path: IssuePath): Issue[] {
  const own = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
  if (own) return explainShape(own, value, path)
  const [pattern, named] = Object.entries(schema.patternProperties ?? {})[0] ?? []
  if (pattern === undefined || named === undefined) return [unknownKey(schema, key, path)]
  if (!new RegExp(pattern, 'u').test(key)) return [malformedName(schema, key, path)]
  return explainShape(named, value, path)
}

function unknownKey(schema: JsonSchema, key: string, path: IssuePath): Issue {
  const known = Object.keys(schema.properties ?? {})
  return configIssue('UNKNOWN_KEY', path, { key, known }, { anchor: 'key' })
}

function malformedName(schema: JsonSchema, name: string, path: IssuePath): Issue {
  const expected =
    schema.patternErrorMessage ?? 'snake_case: lower-case letters, digits and single underscores'
  return configIssue('NAME_MALFORMED', path, { name, expected }, { anchor: 'key' })
}

function tooMany(count: number, limit: number, what: string, path: IssuePath): Issue {
  return configIssue('TOO_MANY', path, { count, limit, what }, { anchor: 'key' })
}
