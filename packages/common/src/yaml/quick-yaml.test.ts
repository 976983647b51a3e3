import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadYaml } from './load-yaml.js'
import { quickYaml } from './quick-yaml.js'

const root = new URL('../../../../', import.meta.url)
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8'))

const texts = [...filesIn('examples'), ...filesIn('policy-templates')]
const precise = (text: string) => loadYaml({ file: 'x.yaml', text }, 2 ** 21)

describe('quickYaml', () => {
  it.each([
    [
      'block maps and lists',
      'a:\n  - b: 1\n  - c\nd: {e: [x, "y"]}\n',
      { a: [{ b: 1 }, 'c'], d: { e: ['x', 'y'] } },
    ],
    ['nothing as a value', 'a:\nb: ~\nc: null\nd: ""\n', { a: null, b: null, c: null, d: '' }],
    [
      'booleans, and words that only YAML 1.1 takes for some',
      'a: true\nb: yes\nc: off\n',
      { a: true, b: 'yes', c: 'off' },
    ],
    [
      'numbers, and what looks like one',
      'a: 12\nb: 012\nc: 1-2\nd: 2012-10-17\n',
      { a: 12, b: 12, c: '1-2', d: '2012-10-17' },
    ],
    [
      'a condition operator that is also the word for nothing',
      'Null:\n  a: "true"\n',
      { Null: { a: 'true' } },
    ],
    ['quoted numbers as text', 'a: "012345678901"\nb: \'1\'\n', { a: '012345678901', b: '1' }],
    ['block text', 'a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['Windows line ends and a byte order mark', '\uFEFFa: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
  ])('reads %s', (_name, text, value) => {
    expect(quickYaml(text)).toEqual(value)
    expect(precise(text).value).toEqual(value)
  })

  it.each([
    ['a fault', 'a: [1'],
    ['an end mark', '...\na: 1\n'],
    ['a tab', 'a: 1\t# x\n'],
    ['a lone carriage return', 'a: 1\rb: 2\n'],
    ['an empty text', '# nothing\n'],
    ['a list at the top', '- 1'],
    ['an alias', 'a: &x 1\nb: *x\n'],
    ['an anchor', 'a: &x 1\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a directive', '%YAML 1.1\n---\na: 1\n'],
    ['a second document', 'a: 1\n---\nb: 1\n'],
    ['a key that stands twice', 'a: 1\na: 2\n'],
    ['a merge key', 'a:\n  <<: {b: 1}\n'],
    ['the key __proto__', '__proto__: 1\n'],
    ['a number with a point', 'a: 1.5\n'],
    ['a hexadecimal number', 'a: 0x1F\n'],
    ['an octal number', 'a: 0o17\n'],
    ['infinity', 'a: .inf\n'],
    ['a negative number', 'a: -1\n'],
    ['a number too long to be exact', 'a: 1234567890123456789\n'],
    ['deep nesting', `a: ${'['.repeat(100)}${']'.repeat(100)}\n`],
  ])('leaves %s to the precise reader', (_name, text) => expect(quickYaml(text)).toBeUndefined())

  it('reads every example and policy template', () => {
    for (const text of texts) expect(quickYaml(text)).toEqual(precise(text).value)
  })

  it('never answers what the precise reader refuses or reads otherwise', () => {
    const edit = fc.record({
      text: fc.constantFrom(...texts.filter((text) => text.length < 8000)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat({ max: 12 }),
      inserted: fc.oneof(
        fc.constantFrom(
          '\n',
          ' ',
          '  ',
          ': ',
          '- ',
          '#',
          ' #',
          '"',
          "'",
          '{',
          '}',
          '[',
          ']',
          ',',
          '|',
          '>',
          '*',
          '&a ',
          '!x ',
          '\t',
          '0o7',
          '1_0',
          '~',
          '? ',
          '---\n',
          '...\n',
          '%',
          '@',
          '`',
          '\r',
          '\u0085',
          '\u2028',
          '\0',
        ),
        fc.string({ maxLength: 6 }),
      ),
    })
    const property = fc.property(edit, ({ text, at, removed, inserted }) => {
      const start = Math.floor(at * text.length)
      const edited = text.slice(0, start) + inserted + text.slice(start + removed)
      const quick = quickYaml(edited)
      if (quick === undefined) return
      const { value, issues } = precise(edited)
      expect(issues).toEqual([])
      expect(quick).toEqual(value)
    })
    fc.assert(property, { numRuns: 1500 })
  })
})
