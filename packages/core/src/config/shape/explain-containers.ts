import type { Issue, IssuePath } from '@sec/common'
import { lazy } from '../../aws-data/lazy.js'
import { configIssue } from '../issues/config-issues.js'
import { explainKey, holdsKeyOfEntry, missingKeys } from './explain-keys.js'
import { explainShape } from './explain-shape.js'
import type { AnyMap, JsonSchema } from './json-schema.js'

export function explainList(schema: JsonSchema, list: readonly unknown[], path: IssuePath): Issue[] {
  const { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema
  if (list.length < minItems) return [configIssue('LIST_EMPTY', path, { key: String(path.at(-1)) })]
  const beyond = list.length > maxItems ? [tooMany(list.length, maxItems, 'items', [...path, maxItems])] : []
  return [...beyond, ...list.flatMap((item, index) => explainShape(items, item, [...path, index]))]
}

export function explainMap(schema: JsonSchema, map: AnyMap, path: IssuePath): Issue[] {
  const isOfEntry = lazy(() => holdsKeyOfEntry(schema, map))
  return [
    ...missingKeys(schema, map, path),
    ...tooManyKeys(schema, map, path),
    ...Object.keys(map).flatMap((key) => explainKey(schema, map, key, path, isOfEntry)),
  ]
}

function tooManyKeys(schema: JsonSchema, map: AnyMap, path: IssuePath): Issue[] {
  const keys = Object.keys(map)
  const limit = schema.maxProperties ?? Number.POSITIVE_INFINITY
  if (keys.length <= limit) return []
  return [tooMany(keys.length, limit, 'entries', [...path, keys[limit] as string])]
}

function tooMany(count: number, limit: number, what: string, path: IssuePath): Issue {
  return configIssue('TOO_MANY', path, { count, limit, what }, { anchor: 'key' })
}
