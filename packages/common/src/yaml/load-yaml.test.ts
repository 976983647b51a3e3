import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeIssue } from '../issue/issue-kinds.js'
import { loadYaml } from './load-yaml.js'
import { yamlIssueKinds } from './yaml-issues.js'

const limitBytes = 100_000
const load = (text: string) => loadYaml({ file: 'a.yaml', text }, limitBytes)
const faults = (text: string) =>
  load(text).issues.map(({ code, location }) => `${code} ${location?.line}:${location?.column}`)
const reasons = (text: string) =>
  load(text).issues.map((issue) => describeIssue(issue, yamlIssueKinds).message)

/** Ten lists, each of ten aliases of the one before: 10,000,000,000 values. */
const aliasBomb = Array.from({ length: 10 }, (_, level) => {
  const item = level === 0 ? 'x' : `*a${level - 1}`
  return `k${level}: &a${level} [${Array.from({ length: 10 }, () => item).join(', ')}]`
}).join('\n')

const nestedMaps = Array.from({ length: 420 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')

describe('a text that cannot be read', () => {
  it.each([
    ['an empty text', '', 'YAML_EMPTY 1:1'],
    ['white space', '  \n\n', 'YAML_EMPTY 1:1'],
    ['comments', '# one\n# two\n', 'YAML_EMPTY 1:1'],
    ['a null', 'null\n', 'YAML_EMPTY 1:1'],
    ['a text over the limit', 'x'.repeat(limitBytes + 1), 'YAML_TOO_LARGE 1:1'],
    ['characters that are more bytes than the limit', 'é'.repeat(limitBytes / 2 + 1), 'YAML_TOO_LARGE 1:1'],
    ['a NUL byte', 'a: 1\nb: x\0y\n', 'YAML_BINARY 2:5'],
    ['an escape character', 'a: \u001b[31m\n', 'YAML_BINARY 1:4'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'YAML_SYNTAX 2:1'],
    ['a tab as indentation, with the line ends of Windows', 'a:\r\n\tb: 1\r\n', 'YAML_SYNTAX 2:1'],
    ['a line that is indented too deep', 'a: 1\n  b: 2\n', 'YAML_SYNTAX 2:3'],
    ['a line that is indented between two others', 'a:\n    b: 1\n  c: 2\n', 'YAML_SYNTAX 3:3'],
    ['a line without a colon', 'a: 1\nb 2\nc: 3\n', 'YAML_SYNTAX 2:1'],
    ['a colon without a space', 'a: 1\nb:2\nc: 3\n', 'YAML_SYNTAX 2:1'],
    ['a text with a colon', 'a: read: all\n', 'YAML_SYNTAX 1:4'],
    ['a quote that is not closed', 'a: 1\nb: "x\nc: 2\n', 'YAML_SYNTAX 2:4'],
    ['a bracket that is not closed', 'a: 1\nb: [x, y\nc: 2\n', 'YAML_SYNTAX 2:4'],
    ['a brace that is closed by a bracket', 'a: {b: c]\n', 'YAML_SYNTAX 1:4'],
    ['a bracket that was not opened', 'a: ]\n', 'YAML_SYNTAX 1:4'],
    ['a list item on the line of its key', 'a: - b\n', 'YAML_SYNTAX 1:4'],
    ['a star without quotes', 'Action: *\n', 'YAML_SYNTAX 1:9'],
    ['an at sign without quotes', 'a: @x\n', 'YAML_SYNTAX 1:4'],
    ['an unknown escape', 'a: "\\d"\n', 'YAML_SYNTAX 1:5'],
    ['a key that is a list', '? [a]\n: 1\n', 'YAML_SYNTAX 1:3'],
    ['a key that is an alias', 'a: &k b\n*k : 1\n', 'YAML_SYNTAX 2:1'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'YAML_SEVERAL_DOCUMENTS 2:1'],
    ['a merge key', 'a: &a {b: 1}\nc:\n  <<: *a\n', 'YAML_MERGE_KEY 3:3'],
    ['an alias without an anchor', 'a: 1\nb: *zz\n', 'YAML_ALIAS_UNKNOWN 2:4'],
    ['an alias before its anchor', 'a: *b\nc: &b 1\n', 'YAML_ALIAS_UNKNOWN 1:4'],
    ['an alias inside its own anchor', 'a: &a\n  b: *a\n', 'YAML_ALIAS_UNKNOWN 2:6'],
    ['an alias bomb', aliasBomb, 'YAML_ALIASES 2:10'],
    ['a tag of CloudFormation', 'a: !Ref B\n', 'YAML_TAG 1:4'],
    ['a binary tag', 'a:\n  - !!binary aGk=\n', 'YAML_TAG 2:5'],
    ['YAML 1.1', '# x\n%YAML 1.1\n---\na: yes\n', 'YAML_VERSION 2:1'],
    ['brackets without end', '['.repeat(50_000), 'YAML_TOO_DEEP 1:401'],
    ['maps without end', nestedMaps, 'YAML_TOO_DEEP 401:1'],
    ['lists without end', '- '.repeat(5000), 'YAML_TOO_DEEP 1:1'],
  ])('is refused for %s', (_name, text, expected) => expect(faults(text)).toEqual([expected]))

  it('reports every key that stands twice, and every unknown alias', () => {
    expect(faults('a: 1\na: 2\nb: {c: 1, c: 2}\na: *x\n')).toEqual([
      'YAML_DUPLICATE_KEY 2:1',
      'YAML_DUPLICATE_KEY 3:11',
      'YAML_DUPLICATE_KEY 4:1',
      'YAML_ALIAS_UNKNOWN 4:4',
    ])
  })

  it('names the key that stands twice', () => expect(reasons('data: 1\ndata: 2\n')[0]).toContain('"data"'))

  it('says it without the words of the library', () => {
    expect(reasons('a: 1\n  b: 2\n')[0]).toMatch(/indented unlike its neighbours/)
    expect(reasons('Action: *\n')[0]).toMatch(/begins with \* or & and has no quotes/)
  })
})

describe('keys that stand twice', () => {
  const { value, mended, locate } = load('a: {b: 1}\nc: 1\na: {b: 2, d: {e: 3}}\nc: 2\n')

  it('leave no value', () => expect(value).toBeUndefined())
  it('are joined for further checks', () => expect(mended).toEqual({ a: { b: 1, d: { e: 3 } }, c: 1 }))
  it('keep the places of both', () => {
    expect(locate(['a', 'b'], 'value')).toMatchObject({ line: 1, column: 8 })
    expect(locate(['a', 'd', 'e'], 'value')).toMatchObject({ line: 3, column: 18 })
  })
  it('are not joined beside another fault', () => expect(load('a: 1\na: *x\n').mended).toBeUndefined())
})

describe('values', () => {
  it.each([
    ['dates stay text', 'a: 2024-01-31', '2024-01-31'],
    ['yes stays text', 'a: yes', 'yes'],
    ['on stays text', 'a: on', 'on'],
    ['a number with underscores stays text', 'a: 1_000', '1_000'],
    ['a time stays text', 'a: 12:30:45', '12:30:45'],
    ['a leading zero is lost without quotes', 'a: 012', 12],
    ['and kept with quotes', 'a: "012"', '012'],
    ['letters beyond ASCII stay', 'a: Zürich 東京 🙂', 'Zürich 東京 🙂'],
    ['the line ends of Windows are no part of a value', 'a: x\r\nb: y\r\n', 'x'],
    ['a byte order mark is no part of a key', '\uFEFFa: x', 'x'],
    ['the tags of YAML itself are taken', 'a: !!str 12', '12'],
    ['an alias stands for its anchor', 'b: &x [1]\na: *x', [1]],
    ['null is a value', 'a: ~', null],
  ])('%s', (_name, text, expected) => {
    expect(load(text).issues).toEqual([])
    expect((load(text).value as Record<string, unknown>).a).toEqual(expected)
  })

  it('keys are texts, whatever they look like', () => {
    expect(load('Null: 1\n1: 2\ntrue: 3\n~: 4\n').value).toEqual({ Null: 1, 1: 2, true: 3, '~': 4 })
  })

  it('may be a list or a single value', () => {
    expect(load('- 1\n- 2\n').value).toEqual([1, 2])
    expect(load('5\n').value).toBe(5)
  })

  it('are no prototypes', () => {
    const value = load('__proto__: {x: 1}\n').value as object
    expect(Object.hasOwn(value, '__proto__')).toBe(true)
    expect('x' in {}).toBe(false)
  })
})

describe('places', () => {
  const text = '# c\na:\n  - b: 1\n    c: "x"\n  - 2\nd: &d\n  e: 5\nf: *d\ng:\n'
  const place = (path: (string | number)[], anchor: 'key' | 'value' = 'value') => {
    const location = load(text).locate(path, anchor)
    return location && `${location.line}:${location.column}`
  }

  it.each<[string, (string | number)[], 'key' | 'value', string | undefined]>([
    ['the top', [], 'value', '1:1'],
    ['a key', ['a'], 'key', '2:1'],
    ['a value', ['a', 0, 'c'], 'value', '4:8'],
    ['a list item that is a map, at its first line', ['a', 0], 'key', '3:5'],
    ['a list item', ['a', 1], 'value', '5:5'],
    ['what an alias stands for, at the anchor', ['f', 'e'], 'value', '7:6'],
    ['a value that is not written, at its key', ['g'], 'value', '9:1'],
    ['nothing', ['a', 7], 'value', undefined],
  ])('%s', (_name, path, anchor, expected) => expect(place(path, anchor)).toBe(expected))

  it('count no byte order mark', () => {
    expect(load('\uFEFFa: 1').locate(['a'], 'key')).toEqual({ file: 'a.yaml', line: 1, column: 1 })
  })

  it('are right with the line ends of Windows', () => {
    expect(load('a: 1\r\nb:\r\n  c: 2\r\n').locate(['b', 'c'], 'value')).toMatchObject({ line: 3, column: 6 })
  })
})

it('takes a large map in no time', () => {
  const text = Array.from({ length: 9000 }, (_, index) => `key${index}: 1`).join('\n')
  const start = performance.now()
  expect(load(text).issues).toEqual([])
  expect(performance.now() - start).toBeLessThan(2000)
})

it('answers any text with a value or with issues that have a place, never an exception', () => {
  const pieces = [
    'a',
    ': ',
    ':',
    '\n',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '*',
    '&x ',
    '!t ',
    '#',
    '|',
    '>',
    '%',
    '\t',
    '---',
    '<<',
    '?',
    ',',
    '\0',
    '\r',
  ]
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const { value, issues } = load(text)
      expect(issues.length === 0).toBe(value !== undefined)
      for (const issue of issues) {
        const { line = 0, column = 0, message, hint } = describeIssue(issue, yamlIssueKinds)
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
        expect(message && hint).toMatch(/^[^\n]+$/)
      }
    }),
    { numRuns: 3000 },
  )
})
