// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as people write them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeIssue } from '../issue/issue-kinds.js'
import { checkStatements, type StatementsOptions } from './check-statements.js'
import { placeholderNames } from './placeholders.js'
import { statementIssueKinds } from './statement-issues.js'
import { statementKeys } from './statement-keys.js'

const options: StatementsOptions = { placeholders: placeholderNames }
const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const parts = (...list: unknown[]) => list.map((part) => (part === undefined ? good : { ...good, part }))

const faults = (value: unknown, more: Partial<StatementsOptions> = {}) =>
  checkStatements(value, ['statements'], { ...options, ...more }).map((issue) => [
    issue.code,
    issue.path.join('/'),
    issue.anchor,
  ])

describe('a list of statements is accepted', () => {
  it.each<[string, unknown]>([
    ['when it is empty', []],
    ['with different Sids', [{ Sid: 'A', ...good }, { Sid: 'a', ...good }, good]],
    ['without parts', [good, good]],
    ['with parts in any order', parts(2, 1, 3, 1)],
  ])('%s', (_name, value) => expect(faults(value)).toEqual([]))
})

describe('a fault of the list stands at its place', () => {
  it.each<[string, unknown, string, string, string]>([
    ['a map', good, 'STATEMENTS_NOT_A_LIST', 'statements', 'value'],
    ['null', null, 'STATEMENTS_NOT_A_LIST', 'statements', 'value'],
    ['a statement of null', [good, null], 'STATEMENT_NOT_A_MAP', 'statements/1', 'value'],
    [
      'a Sid twice',
      [{ Sid: 'A', ...good }, good, { ...good, Sid: 'A' }],
      'STATEMENT_SID_TWICE',
      'statements/2/Sid',
      'value',
    ],
    ['a part on some', parts(1, undefined, 2, undefined), 'STATEMENT_PART_MISSING', 'statements/1', 'key'],
    ['a gap', parts(1, 1, 3, 4), 'STATEMENT_PART_GAP', 'statements/2/part', 'value'],
    ['parts that start at 2', parts(2, 3), 'STATEMENT_PART_GAP', 'statements/0/part', 'value'],
    ['a wrong part, without a tail', parts(1, 0, 3), 'STATEMENT_PART', 'statements/1/part', 'value'],
  ])('%s', (_name, value, ...expected) => expect(faults(value)).toEqual([expected]))

  it('names the statement that has the Sid already, counted from 1', () => {
    const [issue] = checkStatements([good, { Sid: 'A', ...good }, { Sid: 'A', ...good }], [], options)
    expect(issue?.args).toEqual({ sid: 'A', first: 2 })
  })

  it('refuses an empty list where a statement is required', () => {
    expect(faults([], { requireStatement: true })).toEqual([['STATEMENTS_EMPTY', 'statements', 'value']])
  })
})

/** Values that come near to statements, so that every check sees some. */
const nearly = fc.array(
  fc.oneof(
    fc.jsonValue(),
    fc.dictionary(
      fc.constantFrom(...statementKeys, 'Principal', '__proto__', 'toString'),
      fc.oneof(
        fc.jsonValue(),
        fc.constantFrom('Allow', '*', '${prefix}', '${', 's3:*', 'arn:aws:s3:::x'),
        fc.dictionary(
          fc.constantFrom('StringEquals', 'Null', 'Bool', 'x'),
          fc.dictionary(fc.constantFrom('aws:x', 'x'), fc.jsonValue()),
        ),
      ),
    ),
  ),
)

describe('any value', () => {
  it('gives issues in plain words, never an exception', () => {
    const strict = { ...options, requireSid: true, requireReason: true, requireStatement: true }
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly), (value) =>
        checkStatements(value, ['statements'], strict).every((issue) => {
          const { message, hint } = describeIssue(issue, statementIssueKinds)
          return issue.path[0] === 'statements' && /^[^\n\r]{1,600}$/.test(message) && hint !== ''
        }),
      ),
      { numRuns: 300 },
    )
  })
})

describe('the words of every kind', () => {
  it.each(Object.entries(statementIssueKinds))('%s', (code, kind) => {
    const { message, hint } = describeIssue(
      { code, severity: 'error', path: [], anchor: 'value', args: kind.sample },
      statementIssueKinds,
    )
    expect(message).not.toMatch(/undefined|\n|\.$/)
    expect(hint).not.toMatch(/undefined|\n|\.$/)
    expect(kind.meaning).toMatch(/\.$/)
  })
})
