import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadTemplate } from './load-template.js'

const limitBytes = 1_048_576
const load = (text: string) => loadTemplate({ file: 'x.yaml', text }, limitBytes)

/** Maps without a prototype compare as unequal to literals. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('loadTemplate', () => {
  it.each([
    { name: 'a text', text: 'a: !Ref Name', value: { a: { Ref: 'Name' } } },
    { name: 'a number, which stays text', text: 'a: !Ref 0123', value: { a: { Ref: '0123' } } },
    { name: 'nothing, which is an empty text', text: 'a: !GetAZs', value: { a: { 'Fn::GetAZs': '' } } },
    {
      name: 'a list',
      text: 'a: !Join\n  - ","\n  - [b, c]',
      value: { a: { 'Fn::Join': [',', ['b', 'c']] } },
    },
    { name: 'a map', text: 'a: !Transform { Name: x }', value: { a: { 'Fn::Transform': { Name: 'x' } } } },
    {
      name: 'functions in functions',
      text: 'a: !If [A, !Ref B, !Sub c]',
      value: { a: { 'Fn::If': ['A', { Ref: 'B' }, { 'Fn::Sub': 'c' }] } },
    },
    { name: 'an attribute as text', text: 'a: !GetAtt A.B.C', value: { a: { 'Fn::GetAtt': ['A', 'B.C'] } } },
    { name: 'an attribute as list', text: 'a: !GetAtt [A, B]', value: { a: { 'Fn::GetAtt': ['A', 'B'] } } },
    { name: 'a condition', text: 'a: !Condition A', value: { a: { Condition: 'A' } } },
    { name: 'an unknown name', text: 'a: !Foo b', value: { a: { 'Fn::Foo': 'b' } } },
    { name: 'the whole name', text: 'a: !Fn::Sub b', value: { a: { 'Fn::Sub': 'b' } } },
  ])('reads the short form of a function with $name', ({ text, value }) => {
    expect(plain(load(text).value)).toEqual(value)
  })

  it.each([
    { name: 'dates', text: 'a: 2012-10-17', value: { a: '2012-10-17' } },
    { name: 'words that YAML 1.1 takes for booleans', text: 'a: yes', value: { a: 'yes' } },
    { name: 'keys of digits', text: '012345678901: a', value: { '012345678901': 'a' } },
    { name: 'tabs in JSON', text: '{\n\t"a": [\n\t\t1\n\t]\n}', value: { a: [1] } },
    { name: 'escapes of JSON', text: '{"a": "\\ud83d\\ude00\\/"}', value: { a: '😀/' } },
    { name: 'aliases', text: 'a: &x { b: 1 }\nc: *x', value: { a: { b: 1 }, c: { b: 1 } } },
    {
      name: 'merge keys',
      text: 'a: &x { b: 1, c: 2 }\nd:\n  <<: *x\n  c: 3',
      value: { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } },
    },
    {
      name: 'keys of the language',
      text: '__proto__: { a: 1 }',
      value: JSON.parse('{"__proto__": {"a": 1}}') as unknown,
    },
  ])('reads $name', ({ text, value }) => expect(plain(load(text).value)).toEqual(value))

  it.each([
    { name: 'a key', path: ['a', 'b'], anchor: 'key', at: [2, 3] },
    { name: 'a value', path: ['a', 'b'], anchor: 'value', at: [2, 6] },
    { name: 'a function, at its tag', path: ['a', 'c'], anchor: 'value', at: [3, 6] },
    { name: 'what a function holds', path: ['a', 'c', 'Fn::Join'], anchor: 'value', at: [4, 5] },
    { name: 'an item of it', path: ['a', 'c', 'Fn::Join', 1], anchor: 'value', at: [5, 7] },
    { name: 'a part of an attribute', path: ['a', 'd', 'Fn::GetAtt', 1], anchor: 'value', at: [6, 14] },
    { name: 'a value that is not written', path: ['a', 'e'], anchor: 'value', at: [7, 3] },
    { name: 'what an alias stands for', path: ['f', 'b'], anchor: 'value', at: [2, 6] },
    { name: 'the top', path: [], anchor: 'value', at: [1, 1] },
  ] as const)('knows the place of $name', ({ path, anchor, at }) => {
    const text = 'a: &a\n  b: x\n  c: !Join\n    - ""\n    - [y]\n  d: !GetAtt A.B\n  e:\nf: *a\n'
    expect(load(text).locate(path, anchor)).toEqual({ file: 'x.yaml', line: at[0], column: at[1] })
  })

  it('has no place for what is not there', () => {
    const { locate } = load('a: { b: 1 }')
    expect([locate(['x'], 'key'), locate(['a', 'b', 'c'], 'key'), locate(['x', 'y'], 'key')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it.each([
    { name: 'keys that stand twice', text: 'a: 1\nb: 2\na: 3', code: 'YAML_DUPLICATE_KEY', line: 3 },
    { name: 'an unknown alias', text: 'a: *b', code: 'YAML_ALIAS_UNKNOWN', line: 1 },
    { name: 'an alias inside its own anchor', text: 'a: &b [*b]', code: 'YAML_ALIAS_UNKNOWN', line: 1 },
    { name: 'a list as key', text: '? [a]\n: b', code: 'YAML_SYNTAX', line: 1 },
    { name: 'two functions in a row', text: 'a: !Base64 !Sub b', code: 'YAML_SYNTAX', line: 1 },
    { name: 'tabs', text: 'a:\n\tb: 1', code: 'YAML_SYNTAX', line: 2 },
    { name: 'two documents', text: 'a: 1\n---\nb: 1', code: 'YAML_SEVERAL_DOCUMENTS', line: 2 },
    { name: 'nothing', text: '# a\n', code: 'YAML_EMPTY', line: 1 },
    { name: 'control characters', text: 'a: \0', code: 'YAML_BINARY', line: 1 },
    { name: 'too much text', text: 'a'.repeat(limitBytes + 1), code: 'YAML_TOO_LARGE', line: 1 },
    { name: 'absurd nesting', text: '['.repeat(1000), code: 'YAML_TOO_DEEP', line: 1 },
  ])('refuses $name', ({ text, code, line }) => {
    const { issues, value } = load(text)
    expect(issues.map((issue) => [issue.code, issue.location?.line])).toEqual([[code, line]])
    expect(value).toBeUndefined()
  })

  it('refuses aliases that multiply', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]`,
    )
    expect(load(`l0: &l0 x\n${levels.join('\n')}`).issues.map(({ code }) => code)).toEqual(['YAML_ALIASES'])
  })

  it('says where aliases and merge keys stand', () => {
    expect(load('a: &x { b: 1 }\nc: *x\nd: { <<: *x }').aliases.map(({ line }) => line)).toEqual([2, 3])
  })

  it('reads a map with tens of thousands of keys in time', { timeout: 60_000 }, () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join('\n')
    const started = performance.now()
    expect(load(text).issues).toEqual([])
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  it('gives back what JSON says, and a place for every part of it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const text = JSON.stringify(value)
        const document = load(text)
        // Control characters and the byte order mark are escaped in JSON, except these.
        if (document.issues.length > 0)
          return document.issues.every(({ code }) => code === 'YAML_BINARY' || code === 'YAML_TOO_DEEP')
        expect(JSON.stringify(document.value)).toBe(text)
        for (const key of Object.keys(value)) expect(document.locate([key], 'value')).toBeDefined()
        return true
      }),
    )
  })
})
