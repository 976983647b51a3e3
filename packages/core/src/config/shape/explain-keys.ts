import { type Issue, type IssuePath, nearest } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { entryKinds } from '../../names/tier.js'
import { configIssue } from '../issues/config-issues.js'
import { explainShape } from './explain-shape.js'
import { isOfType } from './is-of-type.js'
import type { AnyMap, JsonSchema } from './json-schema.js'
import { homesOf, kindsThatTake, topLevel } from './key-homes.js'
import { expectedBy } from './words.js'

/**
 * Says what is wrong with one key of a map, or with what stands under it.
 *
 * @param isOfEntry - What {@link holdsKeyOfEntry} says of the map.
 */
export function explainKey(
  schema: JsonSchema,
  map: AnyMap,
  key: string,
  path: IssuePath,
  isOfEntry: () => boolean,
): Issue[] {
  const own = propertyOf(schema, key)
  const at = [...path, key]
  if (own) return isEmptyHome(schema, map, key) ? [] : explainShape(own, map[key], at)
  const [pattern, named] = patternOf(schema)
  if (pattern === undefined || named === undefined) return unknownKey(schema, map, key, path)
  const [home] = homesOf(key, path)
  if (home !== undefined && isMap(map[key]) && path.length > 1)
    return [misplaced(key, `under "${home}"`, at, home)]
  if (isKeyOfEntry(named, map, key)) return [misplaced(key, 'under the name of an entry', at)]
  if (!new RegExp(pattern, 'u').test(key)) return [malformedName(schema, key, at)]
  return map[key] === null && isOfEntry() ? [] : explainShape(named, map[key], at)
}

/** True when keys of an entry stand in a map of entries: a name without a value is then no further fault. */
export function holdsKeyOfEntry(schema: JsonSchema, map: AnyMap): boolean {
  const [, named] = patternOf(schema)
  return named !== undefined && Object.keys(map).some((key) => isKeyOfEntry(named, map, key))
}

function patternOf({ patternProperties = {} }: JsonSchema): readonly [string, JsonSchema] | readonly [] {
  return Object.entries(patternProperties)[0] ?? []
}

/** Required keys that are absent, but for those that a misspelt key stands for, or that stand in another map. */
export function missingKeys(schema: JsonSchema, map: AnyMap, path: IssuePath): Issue[] {
  if (isOfAnotherKind(schema, map, path)) return []
  const meant = Object.keys(map).map((key) => meantBy(schema, map, key, path))
  const strayed = Object.keys(map).flatMap((key) => (propertyOf(schema, key) ? [] : homesOf(key, path)))
  return (schema.required ?? [])
    .filter((key) => !Object.hasOwn(map, key) && !meant.includes(key) && !strayed.includes(key))
    .filter((key) => !isNestedSection(map, key, path))
    .map((key) => {
      const expected = expectedBy(schema.properties?.[key] ?? {})
      return configIssue('MISSING_KEY', path, { key, expected }, { anchor: 'key' })
    })
}

/** When none of the keys of a small map inside an entry is known, they alone are the fault, and what they should be is said with them. */
function isOfAnotherKind(schema: JsonSchema, map: AnyMap, path: IssuePath): boolean {
  const keys = Object.keys(map)
  return (
    keys.length > 0 &&
    path.length > 3 &&
    schema.properties !== undefined &&
    keys.every(
      (key) =>
        !propertyOf(schema, key) &&
        homesOf(key, path).length === 0 &&
        meantBy(schema, map, key, path) === undefined,
    )
  )
}

/** A section of `security` that stands, indented too deep, in one of its other sections. */
function isNestedSection(map: AnyMap, key: string, path: IssuePath): boolean {
  if (path.length !== 1 || path[0] !== 'security') return false
  const sections = Object.values(map).filter(isMap)
  return [...sections, ...sections.flatMap((section) => Object.values(section).filter(isMap))].some(
    (nested) => isMap(nested[key]),
  )
}

function propertyOf({ properties }: JsonSchema, key: string): JsonSchema | undefined {
  return properties && Object.hasOwn(properties, key) ? properties[key] : undefined
}

/** The absent key that an unknown one most likely stands for. */
function meantBy(schema: JsonSchema, map: AnyMap, key: string, path: IssuePath): string | undefined {
  if (propertyOf(schema, key) || kindsThatTake(key, path).length > 0) return undefined
  return nearest(
    key,
    Object.keys(schema.properties ?? {}).filter((known) => !Object.hasOwn(map, known)),
  )
}

/** What stands under a misspelt key is looked at as well, where it may be what the right key takes. */
function unknownKey(schema: JsonSchema, map: AnyMap, key: string, path: IssuePath): Issue[] {
  const at = [...path, key]
  const [home] = homesOf(key, path)
  if (home === topLevel) return [misplaced(key, home, at)]
  if (home !== undefined) return [misplaced(key, `under "${home}"`, at, home)]
  if (isProfileList(key, path)) return [misplaced(key, 'under a tier version such as enterprise-12', at)]
  if (isLevel(map[key], path)) return [misplaced(key, 'under "policy_assignments"', at)]
  const known = Object.keys(schema.properties ?? {})
  const kinds = kindsThatTake(key, path)
  const absent = meantBy(schema, map, key, path)
  const meant = absent ?? (kinds.length > 0 ? undefined : nearest(key, known))
  const right = absent === undefined ? undefined : propertyOf(schema, absent)
  const value = map[key]
  const isLooked =
    right !== undefined && typeof value === 'object' && value !== null && isOfType(right, value)
  return [
    configIssue('UNKNOWN_KEY', at, { key, known, meant, kinds }, { anchor: 'key' }),
    ...(isLooked ? explainShape(right, value, at) : []),
  ]
}

/** The lists of a profile stand under the version that it is for. */
function isProfileList(key: string, path: IssuePath): boolean {
  return path.join() === 'security,security_profiles' && entryKinds.some((kind) => kind === key)
}

/** `s3: level2` in an entry: its indentation lets it fall out of `policy_assignments`. */
function isLevel(value: unknown, path: IssuePath): boolean {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value]
  const isEntry = path.length === 3 && path[0] === 'security'
  return (
    isEntry && texts.length > 0 && texts.every((text) => typeof text === 'string' && /^level\d/.test(text))
  )
}

/** A section without a value whose keys stand beside it lacks its indentation: these keys are the fault. */
function isEmptyHome(schema: JsonSchema, map: AnyMap, key: string): boolean {
  if (map[key] !== null) return false
  return Object.keys(map).some((other) => !propertyOf(schema, other) && homesOf(other, []).includes(key))
}

/** A key of an entry that stands where names of entries stand: its indentation is wrong. */
function isKeyOfEntry(named: JsonSchema, map: AnyMap, key: string): boolean {
  const own = propertyOf(named, key)
  return own !== undefined && map[key] !== null && (isOfType(own, map[key]) || !isOfType(named, map[key]))
}

/** @param section - The section that takes the key, where one does. */
function misplaced(key: string, home: string, path: IssuePath, section?: string): Issue {
  return configIssue('KEY_MISPLACED', path, { key, home, section }, { anchor: 'key' })
}

function malformedName(schema: JsonSchema, name: string, path: IssuePath): Issue {
  if (schema.patternErrorMessage !== undefined)
    return configIssue(
      'NAME_MALFORMED',
      path,
      { name, expected: schema.patternErrorMessage },
      { anchor: 'key' },
    )
  const expected = 'snake_case: lower-case letters, digits and single underscores, a letter first'
  return configIssue('NAME_MALFORMED', path, { name, expected, meant: snakeCase(name) }, { anchor: 'key' })
}

/** The name in snake_case, where there is one. */
function snakeCase(name: string): string | undefined {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  const meant = words.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(meant) ? meant : undefined
}
