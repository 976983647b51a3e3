import { describe, expect, it } from 'vitest'
import { testContext } from '../../test/cli-context.js'
import type { DescribedIssue } from '../issue/issue.js'
import { coloursFor } from './colours.js'
import { renderIssue, summarizeIssues } from './render-issue.js'

const issue: DescribedIssue = {
  code: 'UNKNOWN_KEY',
  severity: 'error',
  message: 'unknown key "teir"; did you mean "tier"?',
  hint: 'write "tier"',
  path: ['teir'],
  file: 'a.yaml',
  line: 2,
  column: 3,
}

const plain = coloursFor({ write: () => undefined, isTerminal: false }, {})
const render = (changes: Partial<DescribedIssue>, text?: string) =>
  renderIssue({ ...issue, ...changes }, () => text, plain)

describe('an issue', () => {
  it('stands on one line with its place, its hint, and the line of the file', () => {
    expect(render({}, 'a: 1\n  teir: x\n')).toBe(
      [
        'a.yaml:2:3  error  UNKNOWN_KEY  unknown key "teir"; did you mean "tier"?',
        '  write "tier"',
        '  2 |   teir: x',
        '    |   ^',
        '',
      ].join('\n'),
    )
  })

  it("goes without the file's line when it is not at hand", () => {
    expect(render({})).not.toContain('|')
    expect(render({}, 'only one line')).not.toContain('|')
  })

  it('goes without a place when it has none', () => {
    const { file: _file, line: _line, column: _column, ...rest } = issue
    expect(renderIssue(rest, () => undefined, plain)).toMatch(/^error {2}UNKNOWN_KEY/)
  })

  it('shows the middle of a long line', () => {
    const frame = render({ line: 1, column: 301 }, `${'a'.repeat(300)}B${'c'.repeat(300)}`).split('\n')
    expect(frame[2]?.length).toBeLessThan(120)
    expect(frame[2]?.[(frame[3] as string).indexOf('^')]).toBe('B')
  })

  it('keeps the caret under tabs', () => {
    const frame = render({ line: 1, column: 2 }, '\tteir: x').split('\n')
    expect(frame[2]?.[(frame[3] as string).indexOf('^')]).toBe('t')
  })

  it('does not let a file speak to the terminal', () => {
    const text = render({ message: 'found "\u001b[2J"' }, 'a\n\u001b[31mred')
    expect(text).not.toContain('\u001b')
    expect(text).toContain('found "\\u001b[2J"')
  })
})

describe('colours', () => {
  it.each([
    { name: 'on a terminal', isTerminal: true, env: {}, expected: true },
    { name: 'into a file', isTerminal: false, env: {}, expected: false },
    { name: 'on a terminal with NO_COLOR', isTerminal: true, env: { NO_COLOR: '1' }, expected: false },
    { name: 'into a file with FORCE_COLOR', isTerminal: false, env: { FORCE_COLOR: '1' }, expected: true },
    { name: 'with FORCE_COLOR=0', isTerminal: true, env: { FORCE_COLOR: '0' }, expected: false },
    { name: 'on a dumb terminal', isTerminal: true, env: { TERM: 'dumb' }, expected: false },
  ])('$name: $expected', ({ isTerminal, env, expected }) => {
    const context = testContext()
    expect(coloursFor({ ...context.stderr, isTerminal }, env).isColorSupported).toBe(expected)
  })
})

describe('the sum', () => {
  it.each([
    { severities: ['error', 'warning', 'error'], says: '2 errors, 1 warning in a.yaml' },
    { severities: ['info'], says: '1 note in a.yaml' },
    { severities: [], says: '' },
  ] as const)('$says', ({ severities, says }) => {
    expect(summarizeIssues(severities.map((severity) => ({ ...issue, severity })))).toBe(says)
  })

  it('counts the files when there are several', () => {
    expect(summarizeIssues([issue, { ...issue, file: 'b.yaml' }])).toBe('2 errors in 2 files')
  })
})
