import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type YAMLMap,
} from 'yaml'
import type { Issue, SourceLocation } from '../issue/issue.js'
import type { PlaceAt } from './source-text.js'
import { syntaxReason } from './syntax-reasons.js'
import { yamlIssue } from './yaml-issues.js'

type Node = ParsedNode | null

/** A walk through a tree of nodes in the order of the text. */
interface Walk {
  readonly text: string
  readonly placeAt: PlaceAt
  /** Names of the anchors whose values have ended. */
  readonly anchors: Set<string>
  readonly faults: Issue[]
}

/**
 * What the grammar allows and a config does not: keys that stand twice, aliases without an anchor before them,
 * tags, merge keys, YAML 1.1. Keys that stand twice become one in the tree, so that the rest can be read on:
 * maps are joined, of other values the first stays.
 */
export function faultsOfNodes(document: Document.Parsed, text: string, placeAt: PlaceAt): Issue[] {
  const { explicit, version } = document.directives.yaml
  if (explicit && version === '1.1')
    return [yamlIssue('YAML_VERSION', [], {}, { location: placeAt(Math.max(0, text.indexOf('%YAML'))) })]
  const walk: Walk = { text, placeAt, anchors: new Set(), faults: [] }
  visitNode(walk, document.contents)
  return walk.faults
}

function visitNode(walk: Walk, node: Node): void {
  if (node === null) return
  if (isAlias(node)) visitAlias(walk, node.source, node.range[0])
  else visitValue(walk, node)
}

function visitValue(walk: Walk, node: Exclude<ParsedNode, Alias.Parsed>): void {
  if (node.tag !== undefined) visitTag(walk, node.tag, node.range[0])
  if (isMap(node)) visitMap(walk, node as YAMLMap<ParsedNode, Node>)
  else if (isSeq(node)) for (const item of node.items) visitNode(walk, item as Node)
  // An alias inside its own anchor would stand for a value without an end.
  if (node.anchor !== undefined) walk.anchors.add(node.anchor)
}

function visitAlias({ anchors, faults, placeAt }: Walk, name: string, offset: number): void {
  if (!anchors.has(name))
    faults.push(yamlIssue('YAML_ALIAS_UNKNOWN', [], { name }, { location: placeAt(offset) }))
}

/** Tags that say what YAML knows without them. */
const plainTags = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(
  (name) => `tag:yaml.org,2002:${name}`,
)

function visitTag({ faults, placeAt, text }: Walk, name: string, offset: number): void {
  if (plainTags.includes(name)) return
  const tag = name.replace('tag:yaml.org,2002:', '!!')
  // A node's own range starts behind its tag.
  const start = text.lastIndexOf(tag, offset)
  faults.push(yamlIssue('YAML_TAG', [], { tag }, { location: placeAt(start < 0 ? offset : start) }))
}

function visitMap(walk: Walk, map: YAMLMap<ParsedNode, Node>): void {
  const pairs = new Map<string, Pair<ParsedNode, Node>>()
  for (const pair of map.items) visitPair(walk, pairs, pair)
  if (pairs.size < map.items.length) map.items = [...pairs.values()]
}

function visitPair(
  walk: Walk,
  pairs: Map<string, Pair<ParsedNode, Node>>,
  pair: Pair<ParsedNode, Node>,
): void {
  const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
  const first = pairs.get(key)
  if (first !== undefined) walk.faults.push(yamlIssue('YAML_DUPLICATE_KEY', [], { key }, at(walk, pair)))
  else if (!isScalar(pair.key)) walk.faults.push(wrongKey(at(walk, pair)))
  else if (key === '<<') walk.faults.push(yamlIssue('YAML_MERGE_KEY', [], {}, at(walk, pair)))
  visitNode(walk, pair.value)
  if (first === undefined) pairs.set(key, pair)
  else if (isMap(first.value) && isMap(pair.value)) joinInto(first.value, pair.value)
}

function wrongKey(place: { readonly location: SourceLocation }): Issue {
  return yamlIssue('YAML_SYNTAX', [], syntaxReason('NON_STRING_KEY', ''), place)
}

function at({ placeAt }: Walk, { key }: Pair<ParsedNode, Node>) {
  return { location: placeAt(key.range[0]) }
}

/** What stands in both stays as it stands first; the keys themselves are no further fault. */
function joinInto(first: YAMLMap<unknown, unknown>, second: YAMLMap<unknown, unknown>): void {
  const keyOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key)
  const pairs = new Map(first.items.map((pair) => [keyOf(pair), pair]))
  for (const pair of second.items) {
    const same = pairs.get(keyOf(pair))
    if (same === undefined) first.items.push(pair)
    else if (isMap(same.value) && isMap(pair.value)) joinInto(same.value, pair.value)
  }
}
