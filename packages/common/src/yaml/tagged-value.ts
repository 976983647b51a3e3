import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml'

/** Where an entry of a map or list stands, as offsets into the text. */
interface EntryOffsets {
  readonly key: number
  readonly value: number
}

interface NamedOffset {
  readonly name: string
  readonly offset: number
}

/** What a tree of YAML nodes with short intrinsics says, and where each entry of it stands. */
export interface TaggedReading {
  readonly value: unknown
  readonly places: WeakMap<object, ReadonlyMap<string, EntryOffsets>>
  readonly duplicateKeys: readonly NamedOffset[]
  readonly unknownAliases: readonly NamedOffset[]
  /** Keys that are no single values. */
  readonly wrongKeys: readonly number[]
  readonly aliasOffsets: readonly number[]
}

interface Reader {
  readonly text: string
  readonly places: WeakMap<object, Map<string, EntryOffsets>>
  readonly anchors: Map<string, unknown>
  readonly duplicateKeys: NamedOffset[]
  readonly unknownAliases: NamedOffset[]
  readonly wrongKeys: number[]
  readonly aliasOffsets: number[]
}

type Node = ParsedNode | null
type Entries = Record<string, unknown>

/** Reads a tree of nodes; a local tag `!X` becomes a map with the one key `Fn::X` (`Ref` and `Condition` without `Fn::`). */
export function readTaggedValue(contents: Node, text: string): TaggedReading {
  const reader: Reader = {
    text,
    places: new WeakMap(),
    anchors: new Map(),
    duplicateKeys: [],
    unknownAliases: [],
    wrongKeys: [],
    aliasOffsets: [],
  }
  return { ...reader, value: readNode(reader, contents) }
}

function readNode(reader: Reader, node: Node): unknown {
  if (node === null) return null
  if (isAlias(node)) return readAlias(reader, node.source, node.range?.[0] ?? 0)
  const value = readTagged(reader, node)
  if (node.anchor) reader.anchors.set(node.anchor, value)
  return value
}

/** An alias inside its own anchor finds nothing yet, so that no value holds itself. */
function readAlias(reader: Reader, name: string, offset: number): unknown {
  reader.aliasOffsets.push(offset)
  if (!reader.anchors.has(name)) reader.unknownAliases.push({ name, offset })
  return reader.anchors.get(name) ?? null
}

function readTagged(reader: Reader, node: ParsedNode): unknown {
  const name = functionName(node.tag)
  const value = readContent(reader, node)
  if (name === undefined) return value
  const inner =
    name === 'Fn::GetAtt' && typeof value === 'string' ? splitAttribute(reader, node, value) : value
  const start = startOf(reader, node)
  const wrapper: Entries = Object.create(null)
  wrapper[name] = inner
  reader.places.set(wrapper, new Map([[name, { key: start, value: node.range[0] }]]))
  return wrapper
}

/** Names without `Fn::` in the long form too. */
const plainNames = new Set(['Ref', 'Condition'])

function functionName(tag: string | undefined): string | undefined {
  if (tag === undefined || !/^![^!]/.test(tag)) return undefined
  const name = tag.slice(1)
  return plainNames.has(name) || name.startsWith('Fn::') ? name : `Fn::${name}`
}

function splitAttribute(reader: Reader, node: ParsedNode, text: string): readonly string[] | string {
  const dot = text.indexOf('.')
  if (dot < 0) return text
  const list = [text.slice(0, dot), text.slice(dot + 1)]
  const place = { key: node.range[0], value: node.range[0] }
  reader.places.set(list, new Map(list.map((_, index) => [String(index), place])))
  return list
}

function readContent(reader: Reader, node: ParsedNode): unknown {
  if (isMap(node)) return readMap(reader, node as YAMLMap<ParsedNode, Node>)
  if (isSeq(node)) return readList(reader, node as YAMLSeq<ParsedNode>)
  const value: unknown = isScalar(node) ? node.value : null
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array || typeof value === 'bigint') return String(value)
  return value
}

function readList(reader: Reader, node: YAMLSeq<ParsedNode>): readonly unknown[] {
  const list: unknown[] = []
  const places = new Map<string, EntryOffsets>()
  for (const [index, item] of node.items.entries()) {
    const offset = startOf(reader, item)
    places.set(String(index), { key: offset, value: offset })
    list.push(readNode(reader, item))
  }
  reader.places.set(list, places)
  return list
}

function readMap(reader: Reader, node: YAMLMap<ParsedNode, Node>): Entries {
  const entries: Entries = Object.create(null)
  const places = new Map<string, EntryOffsets>()
  const merged: unknown[] = []
  for (const pair of node.items) {
    const name = keyText(reader, pair.key)
    const value = readNode(reader, pair.value)
    const offset = pair.key.range[0]
    if (name === '<<') merged.push(value)
    else if (places.has(name)) reader.duplicateKeys.push({ name, offset })
    else {
      entries[name] = value
      places.set(name, { key: offset, value: valueOffset(reader, pair) })
    }
  }
  for (const value of merged.flat()) mergeInto(reader, entries, places, value)
  reader.places.set(entries, places)
  return entries
}

/** `0123` is no number as a key, but the four digits. */
function keyText(reader: Reader, key: ParsedNode): string {
  if (!isScalar(key)) reader.wrongKeys.push(key.range[0])
  if (!isScalar(key)) return ''
  return key.type === 'PLAIN' ? String(key.source) : String(key.value)
}

/** Entries that the map holds itself stay. */
function mergeInto(
  reader: Reader,
  entries: Entries,
  places: Map<string, EntryOffsets>,
  value: unknown,
): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, place] of reader.places.get(value) ?? []) {
    if (places.has(name)) continue
    entries[name] = (value as Entries)[name]
    places.set(name, place)
  }
}

/** A value that is not written (`key:` alone) stands at its key. */
function valueOffset(reader: Reader, pair: Pair<ParsedNode, Node>): number {
  const { key, value } = pair
  const isWritten =
    value && (value.tag || !(isScalar(value) && value.source === '' && value.type === 'PLAIN'))
  return isWritten ? startOf(reader, value) : key.range[0]
}

/** A node's own range starts behind its tag; between the two stand only white space, an anchor and comments. */
function startOf(reader: Reader, node: Node): number {
  const offset = node?.range?.[0] ?? 0
  if (!node || isAlias(node) || functionName(node.tag) === undefined) return offset
  const start = reader.text.lastIndexOf(node.tag as string, offset)
  return start < 0 ? offset : start
}
