import {
  type Anchor,
  type Issue,
  type IssuePath,
  loadYaml,
  type SourceLocation,
  type SourceText,
  type YamlDocument,
  yamlIssue,
} from '@sec/common'
import { isMap } from '@sec/common/iam'
import { type LoadBase, loadBases } from './load-bases.js'
import { locateInLayers } from './locate-in-layers.js'
import { mergeLayers } from './merge-layers.js'

/** A config over this size is refused unread, in bytes. */
export const configLimitBytes = 1_048_576

/** A config as a value, with the configs it extends laid under it, and a place for every part. */
export interface ParsedConfig {
  readonly file: string
  /** The merged value without `extends`; undefined when one of the texts cannot be read. */
  readonly value: Readonly<Record<string, unknown>> | undefined
  readonly issues: readonly Issue[]
  /** Place of the entry at `path` in the text that its value came from; of the nearest entry above when there is none. */
  readonly locate: (path: IssuePath, anchor: Anchor) => SourceLocation
}

/**
 * Reads a config and everything it extends.
 *
 * @param source - The config's text, and the name that issues give it.
 * @param loadBase - Answers the text behind a path in `extends`; core itself reads no files.
 */
export function parseConfig(source: SourceText, loadBase: LoadBase = noBases): ParsedConfig {
  const top = readMap(source)
  if (top.issues.length > 0) return unreadable(source.file, top.issues)
  const { layers, issues } = loadBases(top, loadBase)
  const locate = locateInLayers(layers, source.file)
  if (issues.length > 0) return { file: source.file, value: undefined, issues, locate }
  return { file: source.file, value: mergeLayers(layers.map(withoutExtends)), issues: [], locate }
}

/** One text as a map; anything else at its top is a fault. */
export function readMap(source: SourceText): YamlDocument {
  const document = loadYaml(source, configLimitBytes)
  if (document.issues.length > 0 || isMap(document.value)) return document
  const found = Array.isArray(document.value) ? 'a list' : 'a single value'
  const location = document.locate([], 'value') ?? { file: source.file, line: 1, column: 1 }
  return { ...document, value: undefined, issues: [yamlIssue('YAML_NOT_A_MAP', [], { found }, { location })] }
}

function withoutExtends(layer: YamlDocument): Readonly<Record<string, unknown>> {
  const { extends: _bases, ...rest } = layer.value as Readonly<Record<string, unknown>>
  return rest
}

function unreadable(file: string, issues: readonly Issue[]): ParsedConfig {
  return { file, value: undefined, issues, locate: () => ({ file, line: 1, column: 1 }) }
}

function noBases(): { readonly reason: string } {
  return { reason: 'the caller gave no way to read further configs' }
}
