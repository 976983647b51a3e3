import type { IssuePath } from '@sec/common'
import { isMap, stableText } from '@sec/common/iam'
import { compareDocuments } from '../documents/compare-documents.js'
import { documentOf } from '../estate/read-properties.js'
import { callOf } from '../template-check/read/call.js'
import type { PropertyChange } from './resource-difference.js'

/** Where two values differ, without what a property's type says of it. */
export type ValueChange = Pick<PropertyChange, 'path' | 'before' | 'after' | 'statements'>

type Map = Readonly<Record<string, unknown>>

/** Lists whose items have a name of their own: the property to the key of an item. */
const nameKeys: ReadonlyMap<unknown, string> = new Map([
  ['Policies', 'PolicyName'],
  ['Tags', 'Key'],
])

const documentProperties: readonly unknown[] = ['PolicyDocument', 'AssumeRolePolicyDocument']

/** Compares two values of a template; maps key by key, documents by statements, named items by name. */
export function compareValues(path: IssuePath, before: unknown, after: unknown): readonly ValueChange[] {
  if (isSame(before, after)) return []
  const name = path.at(-1)
  if (documentProperties.includes(name)) return [documentChange(path, before, after)]
  const maps = mapsOf(before, after, nameKeys.get(name))
  const changes = maps ? compareMaps(path, maps.before, maps.after) : []
  return changes.length > 0 ? changes : [wholeChange(path, before, after)]
}

/** Compares two maps key by key, in the order of the new one. */
export function compareMaps(path: IssuePath, before: Map, after: Map): readonly ValueChange[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...keys].flatMap((key) => compareValues([...path, key], own(before, key), own(after, key)))
}

/** CloudFormation takes numbers and booleans for their texts. */
export function isSame(before: unknown, after: unknown): boolean {
  return stableText(withTexts(before)) === stableText(withTexts(after))
}

function withTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTexts)
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item)]))
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

function documentChange(path: IssuePath, before: unknown, after: unknown): ValueChange {
  return { path, statements: compareDocuments(documentOf(before), documentOf(after)) }
}

function wholeChange(path: IssuePath, before: unknown, after: unknown): ValueChange {
  return { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}

/** Two values as maps of what they hold, where both are maps or both are lists of named items. */
function mapsOf(
  before: unknown,
  after: unknown,
  nameKey: string | undefined,
): { readonly before: Map; readonly after: Map } | undefined {
  const [old, fresh] = [before, after].map((value) =>
    nameKey === undefined ? plainMap(value ?? {}) : itemsByName(value ?? [], nameKey),
  )
  return old && fresh && { before: old, after: fresh }
}

function plainMap(value: unknown): Map | undefined {
  return isMap(value) && !callOf(value) ? value : undefined
}

/** Undefined where the value is no list, or has an item without a name or two of one name. */
function itemsByName(items: unknown, nameKey: string): Map | undefined {
  if (!Array.isArray(items) || !items.every((item) => isMap(item) && typeof item[nameKey] === 'string'))
    return undefined
  const byName = Object.fromEntries((items as readonly Map[]).map((item) => namedItem(item, nameKey))) as Map
  return Object.keys(byName).length === items.length ? byName : undefined
}

/** A tag has nothing but a value beside its key. */
function namedItem(item: Map, nameKey: string): readonly [unknown, unknown] {
  const { [nameKey]: name, ...rest } = item
  return [name, nameKey === 'Key' ? rest.Value : rest]
}

function own(map: Map, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined
}
