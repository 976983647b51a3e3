import type { Issue } from '@sec/common'
import { explainShape } from './explain-shape.js'
import { configSchema } from './json-schema.js'

/**
 * Says what the schema finds wrong with a config. A key that stands in a wrong section is not missing in its own,
 * nor is a section whose keys do.
 */
export function explainConfig(value: unknown): Issue[] {
  const faults = explainShape(configSchema(), value, [])
  const misplaced = faults
    .filter(({ code }) => code === 'KEY_MISPLACED')
    .flatMap(({ args }) => [args.key, args.section])
  return faults.filter(({ code, path, args }) => {
    return code !== 'MISSING_KEY' || path.length > 1 || !misplaced.includes(args.key)
  })
}
