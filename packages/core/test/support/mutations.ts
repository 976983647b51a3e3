import { isMap } from '@sec/common/iam'
import fc from 'fast-check'

type Step = string | number
type Json = unknown

/** One change of a config's value: where (a number that picks the place), what, and what with. */
export interface Mutation {
  readonly pick: number
  readonly change: 'delete' | 'duplicate' | 'rename' | 'replace' | 'swap' | 'insert'
  readonly value: Json
  readonly name: string
}

const names = [
  'data_scientists',
  'ml-engineers',
  'S3',
  'iam_group',
  '',
  '__proto__',
  'constructor',
  'a'.repeat(200),
]
const values: readonly Json[] = [
  null,
  true,
  0,
  -1.5,
  1e300,
  '',
  'x',
  'arn:aws:iam::444455556666:role/x',
  '${prefx}',
  '*',
  'é—🙂',
  [],
  {},
  [null],
  [[]],
  { a: { b: [1] } },
  'y'.repeat(5000),
]

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  pick: fc.nat(),
  change: fc.constantFrom('delete', 'duplicate', 'rename', 'replace', 'swap', 'insert'),
  value: fc.oneof(fc.constantFrom(...values), fc.jsonValue({ maxDepth: 2 })),
  name: fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 12 })),
})

/** Applies a change; the value itself stays as it was. */
export function mutate(root: Json, mutation: Mutation): Json {
  const paths = pathsIn(root)
  const path = paths[mutation.pick % paths.length]
  return path === undefined ? root : changeAt(root, path, mutation)
}

function pathsIn(value: Json, path: readonly Step[] = []): Step[][] {
  const entries: [Step, Json][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : isMap(value)
      ? Object.entries(value)
      : []
  return entries.flatMap(([step, item]) => [[...path, step], ...pathsIn(item, [...path, step])])
}

function changeAt(value: Json, [step, ...rest]: readonly Step[], mutation: Mutation): Json {
  if (rest.length > 0) return withItem(value, step as Step, (item) => changeAt(item, rest, mutation))
  return Array.isArray(value)
    ? changedList(value, Number(step), mutation)
    : changedMap(value as Readonly<Record<string, Json>>, String(step), mutation)
}

function withItem(value: Json, step: Step, change: (item: Json) => Json): Json {
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? change(item) : item))
  const entries = Object.entries(value as object)
  return Object.fromEntries(entries.map(([key, item]) => [key, key === step ? change(item) : item]))
}

function changedList(list: readonly Json[], index: number, { change, value }: Mutation): Json {
  const [before, item, after] = [list.slice(0, index), list[index], list.slice(index + 1)]
  const changed: Readonly<Record<Mutation['change'], readonly Json[]>> = {
    delete: [],
    duplicate: [item, item],
    rename: [JSON.stringify(item)],
    replace: [value],
    swap: [after[0] ?? item, item],
    insert: [value, item],
  }
  return [...before, ...changed[change], ...after]
}

function changedMap(
  map: Readonly<Record<string, Json>>,
  key: string,
  { change, value, name }: Mutation,
): Json {
  const entries = Object.entries(map)
  const changed: Readonly<Record<Mutation['change'], (item: Json) => [string, Json][]>> = {
    delete: () => [],
    duplicate: (item) => [
      [key, item],
      [`${key}_2`, item],
    ],
    rename: (item) => [[name, item]],
    replace: () => [[key, value]],
    swap: () => [[key, entries[0]?.[1]]],
    insert: (item) => [
      [name, value],
      [key, item],
    ],
  }
  return Object.fromEntries(entries.flatMap(([k, item]) => (k === key ? changed[change](item) : [[k, item]])))
}

/** One change of a text: at a place, so many characters go and others come. */
export interface Edit {
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

const garbage = [
  '',
  '\t',
  '\n',
  ': ',
  '- ',
  '"',
  "'",
  '[',
  '{',
  '*',
  '&a',
  '!x ',
  '#',
  '\0',
  '\r',
  '\uFEFF',
  '---\n',
  'é',
  '<<: ',
]

export const edits: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.nat({ max: 5 }), fc.constantFrom(0, 50, 100_000)),
  inserted: fc.oneof(fc.constantFrom(...garbage), fc.string({ maxLength: 8 })),
})

export function edit(text: string, { at, removed, inserted }: Edit): string {
  const start = Math.floor(at * text.length)
  return `${text.slice(0, start)}${inserted}${text.slice(start + removed)}`
}
