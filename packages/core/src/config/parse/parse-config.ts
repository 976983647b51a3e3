import { loadYaml, type SourceText } from '@sec/common'
import type { LoadBase } from './load-bases.js'
import { type ParsedConfig, parseWith } from './parse-with.js'

/**
 * Reads a config and everything it extends, with a place for every part.
 *
 * @param source - The config's text, and the name that issues give it.
 * @param loadBase - Answers the text behind a path in `extends`; core itself reads no files.
 */
export function parseConfig(source: SourceText, loadBase?: LoadBase): ParsedConfig {
  return parseWith(source, loadBase, loadYaml)
}
