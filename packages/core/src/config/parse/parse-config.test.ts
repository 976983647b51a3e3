import { describe, expect, it } from 'vitest'
import { parseConfig } from './parse-config.js'
import { configLimitBytes } from './parse-with.js'

type Files = Readonly<Record<string, string>>

function parse(files: Files) {
  return parseConfig({ file: 'top.yaml', text: files['top.yaml'] ?? '' }, (reference) => {
    const text = files[reference]
    return text === undefined ? { reason: 'there is no such file' } : { source: { file: reference, text } }
  })
}

const faults = (files: Files) =>
  parse(files).issues.map(
    ({ code, location }) => `${code} ${location?.file}:${location?.line}:${location?.column}`,
  )

describe('extends', () => {
  it('lays a config over another: maps merge, everything else replaces', () => {
    const base = 'a: {x: 1, y: {p: 1}}\nlist: [1, 2]\ntext: base\nmap: {k: 1}\nscalar: 5\n'
    const top =
      'extends: base.yaml\na: {y: {q: 2}}\nlist: [3]\ntext: top\nmap: none\nscalar: {k: 2}\nnew: 1\n'
    expect(parse({ 'top.yaml': top, 'base.yaml': base }).value).toEqual({
      a: { x: 1, y: { p: 1, q: 2 } },
      list: [3],
      text: 'top',
      map: 'none',
      scalar: { k: 2 },
      new: 1,
    })
  })

  it('goes down several levels', () => {
    const files = { 'top.yaml': 'extends: b\na: 1\n', b: 'extends: c\na: 2\nb: 2\n', c: 'a: 3\nb: 3\nc: 3\n' }
    expect(parse(files).value).toEqual({ a: 1, b: 2, c: 3 })
  })

  it('lays later bases of a list over earlier ones, each over its own', () => {
    const files = {
      'top.yaml': 'extends: [one, two]\n',
      one: 'extends: root\na: one\nb: one\n',
      two: 'a: two\n',
      root: 'b: root\nc: root\n',
    }
    expect(parse(files).value).toEqual({ a: 'two', b: 'one', c: 'root' })
  })

  it('takes a base that two others share, and an empty list', () => {
    const files = {
      'top.yaml': 'extends: [one, two]\n',
      one: 'extends: root\n',
      two: 'extends: root\n',
      root: 'extends: []\na: 1\n',
    }
    expect(parse(files)).toMatchObject({ value: { a: 1 }, issues: [], isPartial: false })
  })

  it('points into the file that a value came from', () => {
    const files = {
      'top.yaml': 'extends: base\n# c\na:\n  y: 1\nlist: [top]\n',
      base: 'a:\n  x: 1\n  y: 2\nlist:\n  - one\n  - two\nonly: {z: 1}\n',
    }
    const { locate } = parse(files)
    const place = (...path: (string | number)[]) => {
      const { file, line, column } = locate(path, 'value')
      return `${file}:${line}:${column}`
    }
    expect(place('a', 'y')).toBe('top.yaml:4:6')
    expect(place('a', 'x')).toBe('base:2:6')
    expect(place('list', 0)).toBe('top.yaml:5:8')
    expect(place('only', 'z')).toBe('base:7:11')
    expect(place('only', 'missing')).toBe('base:7:1')
    expect(place('nowhere')).toBe('top.yaml:1:1')
  })

  it.each<[string, Files, string[]]>([
    [
      'a base that there is not',
      { 'top.yaml': 'a: 1\nextends: nothing\n' },
      ['EXTENDS_NOT_FOUND top.yaml:2:10'],
    ],
    [
      'every base that there is not',
      { 'top.yaml': 'extends:\n  - x\n  - y\n' },
      ['EXTENDS_NOT_FOUND top.yaml:2:5', 'EXTENDS_NOT_FOUND top.yaml:3:5'],
    ],
    [
      'a base of a base that there is not',
      { 'top.yaml': 'extends: b\n', b: 'extends: c\n' },
      ['EXTENDS_NOT_FOUND b:1:10'],
    ],
    ['itself', { 'top.yaml': 'extends: top.yaml\n' }, ['EXTENDS_CIRCLE top.yaml:1:10']],
    [
      'a circle',
      { 'top.yaml': 'extends: b\n', b: 'extends: [c]\n', c: 'extends: b\n' },
      ['EXTENDS_CIRCLE c:1:10'],
    ],
    ['a number', { 'top.yaml': 'extends: 5\n' }, ['EXTENDS_MALFORMED top.yaml:1:10']],
    ['nothing', { 'top.yaml': 'extends:\n' }, ['EXTENDS_MALFORMED top.yaml:1:1']],
    ['a map', { 'top.yaml': 'extends: {a: b}\n' }, ['EXTENDS_MALFORMED top.yaml:1:10']],
    [
      'a list with a map',
      { 'top.yaml': 'extends: [b, {a: b}]\n', b: 'a: 1\n' },
      ['EXTENDS_MALFORMED top.yaml:1:14'],
    ],
    ['an empty text', { 'top.yaml': 'extends: ""\n' }, ['EXTENDS_MALFORMED top.yaml:1:10']],
    ['a base that is no YAML', { 'top.yaml': 'extends: b\n', b: 'a: [\n' }, ['YAML_SYNTAX b:1:4']],
    ['an empty base', { 'top.yaml': 'extends: b\n', b: '# later\n' }, ['YAML_EMPTY b:1:1']],
    ['a base that is a list', { 'top.yaml': 'extends: b\n', b: '- 1\n' }, ['YAML_NOT_A_MAP b:1:1']],
    [
      'a base that is too large',
      { 'top.yaml': 'extends: b\n', b: `a: ${'x'.repeat(configLimitBytes)}\n` },
      ['YAML_TOO_LARGE b:1:1'],
    ],
    [
      'a base with a key twice',
      { 'top.yaml': 'extends: b\n', b: 'a: 1\na: 2\n' },
      ['YAML_DUPLICATE_KEY b:2:1'],
    ],
  ])('refuses %s', (_name, files, expected) => expect(faults(files)).toEqual(expected))

  it('keeps what can be read, and says that it is a part', () => {
    const files = { 'top.yaml': 'extends: [b, nothing]\na: 1\n', b: 'c: 2\n' }
    expect(parse(files)).toMatchObject({ value: { a: 1, c: 2 }, isPartial: true })
  })

  it('keeps all of a text with keys that stand twice', () => {
    expect(parse({ 'top.yaml': 'a: {x: 1}\na: {y: 2}\n' })).toMatchObject({
      value: { a: { x: 1, y: 2 } },
      isPartial: false,
    })
  })

  it('reads a file once, however many ways lead to it', () => {
    const levels = Array.from({ length: 40 }, (_, level) => [
      `f${level}`,
      `extends: [f${level + 1}, f${level + 1}]\n`,
    ])
    const files = { ...Object.fromEntries(levels), 'top.yaml': 'extends: f0\n', f40: 'a: 1\n' }
    expect(parse(files)).toMatchObject({ value: { a: 1 }, issues: [] })
  })

  it('needs a way to read further texts', () => {
    const { issues } = parseConfig({ file: 'top.yaml', text: 'extends: b\n' })
    expect(issues.map(({ code }) => code)).toEqual(['EXTENDS_NOT_FOUND'])
  })
})
