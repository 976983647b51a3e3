import { type Issue, type SourceText, type YamlDocument, yamlIssue } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { type LoadBase, loadBases } from './load-bases.js'
import { type Locate, locateInLayers } from './locate-in-layers.js'
import { mergeLayers } from './merge-layers.js'

/** A config over this size is refused unread, in bytes. */
export const configLimitBytes = 1_048_576

/** A config as a value, with the configs it extends laid under it, and a place for every part. */
export interface ParsedConfig {
  readonly file: string
  /** The merged value without `extends`; undefined when the config's own text cannot be read. */
  readonly value: Readonly<Record<string, unknown>> | undefined
  /** True when a config that this one extends cannot be read: what is absent is then no fault. */
  readonly isPartial: boolean
  readonly issues: readonly Issue[]
  readonly locate: Locate
}

/** Reads one text: precisely, or quickly. */
export type ReadText = (source: SourceText, limitBytes: number) => YamlDocument

/**
 * Reads a config and everything it extends.
 *
 * @param source - The config's text, and the name that issues give it.
 * @param loadBase - Answers the text behind a path in `extends`; core itself reads no files.
 * @param read - How each text is read.
 */
export function parseWith(source: SourceText, loadBase: LoadBase = noBases, read: ReadText): ParsedConfig {
  const readMap = (text: SourceText) => asMap(read(text, configLimitBytes))
  const top = readMap(source)
  if (top.value === undefined) return unreadable(source.file, top.issues)
  const { layers, issues } = loadBases(top, loadBase, readMap)
  return {
    file: source.file,
    value: mergeLayers(layers.map(withoutExtends)),
    isPartial: issues.some(({ code }) => code !== 'YAML_DUPLICATE_KEY'),
    issues,
    locate: locateInLayers(layers, source.file),
  }
}

/** Anything but a map at the top is a fault. With keys that stand twice there are issues and a value. */
function asMap(document: YamlDocument): YamlDocument {
  const { file } = document
  if (isMap(document.mended)) return { ...document, value: document.mended }
  if (document.issues.length > 0 || isMap(document.value)) return document
  const found = Array.isArray(document.value) ? 'a list' : 'a single value'
  const location = document.locate([], 'value') ?? { file, line: 1, column: 1 }
  return { ...document, value: undefined, issues: [yamlIssue('YAML_NOT_A_MAP', [], { found }, { location })] }
}

function withoutExtends(layer: YamlDocument): Readonly<Record<string, unknown>> {
  const { extends: _bases, ...rest } = layer.value as Readonly<Record<string, unknown>>
  return rest
}

function unreadable(file: string, issues: readonly Issue[]): ParsedConfig {
  return { file, value: undefined, isPartial: true, issues, locate: () => ({ file, line: 1, column: 1 }) }
}

function noBases(): { readonly reason: string } {
  return { reason: 'the caller gave no way to read further configs' }
}
