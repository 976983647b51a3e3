import type { IssuePath } from '@sec/common'
import { entryKinds } from '../../names/tier.js'
import { kindWord } from '../issues/words.js'
import { configSchema, type JsonSchema } from './json-schema.js'

/** Where keys such as `tags` belong. */
export const topLevel = 'at the top level'

/**
 * The sections whose key stands in a wrong one: `iam_groups` at the top belongs to `security`.
 *
 * @param path - Of the map in which the key was found: the top, one of its sections, or an entry of `security`.
 * @returns The key's section; at the top itself the key alone.
 */
export function homesOf(key: string, path: IssuePath): readonly string[] {
  const { properties = {} } = configSchema()
  if (path.length > 1) return homesOfNested(key, path, properties)
  if (path.length === 1 && Object.hasOwn(properties, key)) return [topLevel]
  return Object.entries(properties)
    .filter(([section, schema]) => section !== path[0] && Object.hasOwn(schema.properties ?? {}, key))
    .map(([section]) => section)
}

type Schemas = Readonly<Record<string, JsonSchema>>

/** A section that is indented too deep: among the entries of another one, or inside an entry. */
function homesOfNested(key: string, path: IssuePath, properties: Schemas): readonly string[] {
  if (path[0] !== 'security' || path[1] === 'security_profiles' || path.length > 3) return []
  const { properties: sections = {} } = properties.security ?? {}
  // Other keys of `security` are told with the kinds of entries that take them.
  if (Object.hasOwn(sections, key) && sections[key]?.type === 'object') return ['security']
  return path.length === 3 && Object.hasOwn(properties, key) ? [topLevel] : []
}

/** The kinds of entries that take a key, for an entry of another kind: `service roles` for `passable_by`. */
export function kindsThatTake(key: string, path: IssuePath): readonly string[] {
  if (path[0] !== 'security' || path.length !== 3) return []
  const { properties = {} } = configSchema().properties?.security ?? {}
  return entryKinds
    .filter((kind) => {
      const [entry] = Object.values(properties[kind]?.patternProperties ?? {})
      return kind !== path[1] && Object.hasOwn(entry?.properties ?? {}, key)
    })
    .map((kind) => `${kindWord(kind)}s`)
}
