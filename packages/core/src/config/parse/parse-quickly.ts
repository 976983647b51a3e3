import { byteLength, quickYaml, type SourceText, type YamlDocument } from '@sec/common'
import type { LoadBase } from './load-bases.js'
import { type ParsedConfig, parseWith } from './parse-with.js'

/**
 * Reads a config and everything it extends, without places.
 *
 * @returns Undefined where any of the texts is at fault or unusual: then `parseConfig` must look.
 */
export function parseQuickly(source: SourceText, loadBase?: LoadBase): ParsedConfig | undefined {
  const parsed = parseWith(source, loadBase, readQuickly)
  return parsed.issues.length > 0 || parsed.value === undefined ? undefined : parsed
}

/** Without an answer of the quick reader the document has no value, and with it the whole config none. */
function readQuickly({ file, text }: SourceText, limitBytes: number): YamlDocument {
  const value = byteLength(text) > limitBytes ? undefined : quickYaml(text)
  return { file, value, issues: value === undefined ? [unread] : [], locate: () => undefined }
}

/** Says only that the quick reader has no answer; nobody gets to see it. */
const unread = { code: 'UNREAD', severity: 'error', path: [], anchor: 'value', args: {} } as const
