import type { IssuePath } from '@sec/common'
import { configSchema } from './json-schema.js'

/** Where keys such as `tags` belong. */
export const topLevel = 'at the top level'

/**
 * The sections whose key stands in a wrong one: `iam_groups` at the top belongs to `security`.
 *
 * @param path - Of the map in which the key was found: the top, or one of its sections.
 * @returns The key's section; at the top itself the key alone.
 */
export function homesOf(key: string, path: IssuePath): readonly string[] {
  if (path.length > 1) return []
  const { properties = {} } = configSchema()
  if (path.length === 1 && Object.hasOwn(properties, key)) return [topLevel]
  return Object.entries(properties)
    .filter(([section, schema]) => section !== path[0] && Object.hasOwn(schema.properties ?? {}, key))
    .map(([section]) => section)
}
