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
import type { Anchor, IssuePath } from '../issue/issue.js'

/**
 * Where an entry stands in a document, as an offset into its text.
 *
 * @returns The key's or the value's first character; a list item's for both; a value that is not written
 *   (`key:` alone) stands at its key; the top stands at 0. Undefined when there is no such entry.
 */
export function locateNode(document: Document.Parsed, path: IssuePath, anchor: Anchor): number | undefined {
  if (path.length === 0) return 0
  const parent = nodeAt(document, path.slice(0, -1))
  const last = path.at(-1) as string | number
  if (isSeq(parent)) return (parent.items[Number(last)] as ParsedNode | undefined)?.range[0]
  if (!isMap(parent)) return undefined
  const pair = pairOf(parent as Mapping, last)
  return pair && offsetOf(pair, anchor)
}

function offsetOf(pair: Pair<ParsedNode, ParsedNode | null>, anchor: Anchor): number {
  const { key, value } = pair
  const isWritten = value && !(isScalar(value) && value.source === '' && value.type === 'PLAIN')
  return anchor === 'value' && isWritten ? value.range[0] : key.range[0]
}

function nodeAt(document: Document.Parsed, path: IssuePath): unknown {
  let node: unknown = document.contents
  for (const step of path) {
    node = resolved(document, node)
    if (isSeq(node)) node = node.items[Number(step)]
    else if (isMap(node)) node = pairOf(node as Mapping, step)?.value
    else return undefined
  }
  return resolved(document, node)
}

function resolved(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? remembered(targets, node, () => node.resolve(document)) : node
}

function pairOf(map: Mapping, key: string | number): Pair<ParsedNode, ParsedNode | null> | undefined {
  return remembered(pairsByKey, map, () => indexed(map)).get(String(key))
}

/** Of keys that stand twice the first counts. */
function indexed({ items }: Mapping): ReadonlyMap<string, Pair<ParsedNode, ParsedNode | null>> {
  const pairs = new Map<string, Pair<ParsedNode, ParsedNode | null>>()
  for (const pair of items) {
    const { key } = pair
    if (isScalar(key) && !pairs.has(String(key.value))) pairs.set(String(key.value), pair)
  }
  return pairs
}

type Mapping = YAMLMap<ParsedNode, ParsedNode | null>

// A text may have thousands of faults: neither a map nor, for an alias, the document is searched for each.
const pairsByKey = new WeakMap<Mapping, ReadonlyMap<string, Pair<ParsedNode, ParsedNode | null>>>()
const targets = new WeakMap<Alias, unknown>()

function remembered<Key extends object, Value>(
  known: WeakMap<Key, Value>,
  key: Key,
  find: () => Value,
): Value {
  const found = known.get(key) ?? find()
  known.set(key, found)
  return found
}
