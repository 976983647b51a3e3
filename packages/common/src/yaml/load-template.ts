import { LineCounter, parseDocument } from 'yaml'
import type { Anchor, Issue, IssuePath, SourceLocation } from '../issue/issue.js'
import { countValues } from './count-values.js'
import { failed, parseOptions, unexpectedFault, type YamlDocument } from './load-yaml.js'
import { type PlaceAt, placerFor, type SourceText } from './source-text.js'
import { syntaxFault } from './syntax-fault.js'
import { syntaxReason } from './syntax-reasons.js'
import { readTaggedValue, type TaggedReading } from './tagged-value.js'
import { faultsOfText } from './text-faults.js'
import { yamlIssue } from './yaml-issues.js'

/** A CloudFormation template as a value, with a place for every part of it. */
export interface TemplateDocument extends YamlDocument {
  /** Where aliases (`*name`) and merge keys stand: tools resolve them, CloudFormation itself refuses them. */
  readonly aliases: readonly SourceLocation[]
}

/** Values that aliases may stand for together; a text of one megabyte has fewer. */
const maxValues = 1_000_000

/**
 * Reads a CloudFormation template in YAML or JSON; `!Sub x` becomes `{ 'Fn::Sub': x }`, as in the long form, and
 * `!GetAtt A.B` the list of `A` and `B`. Maps have no prototype. Other than with `loadYaml`, aliases and merge keys are resolved.
 *
 * @param source - Text and name; the name appears in issues as it is.
 * @param limitBytes - Longer texts are refused unread.
 * @returns Never throws: every fault is an issue with its place. Of syntax faults only the first is reported.
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html | Template formats}
 */
export function loadTemplate(source: SourceText, limitBytes: number): TemplateDocument {
  const issues = faultsOfText(source, limitBytes)
  if (issues.length > 0) return refused(source, issues)
  const lines = new LineCounter()
  const placeAt = placerFor(source, lines)
  try {
    return read(source, lines, placeAt)
  } catch (error) {
    return refused(source, [unexpectedFault(error, placeAt(0))])
  }
}

function read(source: SourceText, lines: LineCounter, placeAt: PlaceAt): TemplateDocument {
  // Keys are read as they are written.
  const options = { ...parseOptions, stringKeys: false, lineCounter: lines }
  const document = parseDocument(source.text, options)
  const fault = syntaxFault(document, source.text, placeAt)
  if (fault) return refused(source, [fault])
  const reading = readTaggedValue(document.contents, source.text)
  const faults = faultsOf(reading, placeAt)
  return faults.length > 0 ? refused(source, faults) : toDocument(source, reading, placeAt)
}

function faultsOf(reading: TaggedReading, placeAt: PlaceAt): Issue[] {
  const { unknownAliases, wrongKeys, duplicateKeys, value } = reading
  const [unknown] = unknownAliases
  const [wrongKey] = wrongKeys
  if (wrongKey !== undefined)
    return [yamlIssue('YAML_SYNTAX', [], syntaxReason('NON_STRING_KEY', ''), { location: placeAt(wrongKey) })]
  if (unknown)
    return [
      yamlIssue('YAML_ALIAS_UNKNOWN', [], { name: unknown.name }, { location: placeAt(unknown.offset) }),
    ]
  if (value === null) return [yamlIssue('YAML_EMPTY', [], {}, { location: placeAt(0) })]
  if (countValues(value, maxValues) > maxValues)
    return [yamlIssue('YAML_ALIASES', [], {}, { location: placeAt(0) })]
  return duplicateKeys.map(({ name, offset }) =>
    yamlIssue('YAML_DUPLICATE_KEY', [], { key: name }, { location: placeAt(offset) }),
  )
}

function toDocument(source: SourceText, reading: TaggedReading, placeAt: PlaceAt): TemplateDocument {
  return {
    file: source.file,
    value: reading.value,
    issues: [],
    aliases: reading.aliasOffsets.map(placeAt),
    locate: (path, anchor) => {
      const offset = offsetOf(reading, path, anchor)
      return offset === undefined ? undefined : placeAt(offset)
    },
  }
}

function offsetOf(reading: TaggedReading, path: IssuePath, anchor: Anchor): number | undefined {
  if (path.length === 0) return 0
  let parent: unknown = reading.value
  for (const step of path.slice(0, -1)) {
    if (typeof parent !== 'object' || parent === null) return undefined
    parent = (parent as Record<string | number, unknown>)[step]
  }
  if (typeof parent !== 'object' || parent === null) return undefined
  return reading.places.get(parent)?.get(String(path.at(-1)))?.[anchor]
}

function refused(source: SourceText, issues: readonly Issue[]): TemplateDocument {
  return { ...failed(source, issues), aliases: [] }
}
