import type { Issue, IssuePath } from '../issue/issue.js'
import { describeValue, isMap } from './describe-value.js'
import { statementIssue } from './statement-issues.js'

/** Checks `reason`, which people read and IAM never sees: one line of any characters. */
export function checkReason(value: unknown, path: IssuePath): Issue[] {
  if (isLine(value)) return []
  return [statementIssue('STATEMENT_REASON', path, { found: describeValue(value) })]
}

/** Checks `suppress`: a list of maps with `rule` and `reason`. */
export function checkSuppress(value: unknown, path: IssuePath): Issue[] {
  if (!Array.isArray(value)) return [fault(path, value, 'a list of maps with rule and reason')]
  return value.flatMap((item, index) => checkSuppression(item, [...path, index]))
}

function checkSuppression(value: unknown, path: IssuePath): Issue[] {
  if (!isMap(value)) return [fault(path, value, 'a map with rule and reason')]
  const unknown = Object.keys(value).filter((key) => key !== 'rule' && key !== 'reason')
  return [
    ...unknown.map((key) => fault([...path, key], key, 'the keys rule and reason only', 'key')),
    ...['rule', 'reason'].flatMap((key) => checkLine(value, key, path)),
  ]
}

function checkLine(suppression: Readonly<Record<string, unknown>>, key: string, path: IssuePath): Issue[] {
  if (!Object.hasOwn(suppression, key)) return [fault(path, undefined, `the key ${key}`, 'key')]
  const value = suppression[key]
  return isLine(value) ? [] : [fault([...path, key], value, `a text of one line as ${key}`)]
}

function fault(path: IssuePath, found: unknown, expected: string, anchor: 'key' | 'value' = 'value'): Issue {
  return statementIssue('STATEMENT_SUPPRESS', path, { found: describeValue(found), expected }, { anchor })
}

function isLine(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !/[\n\r]/.test(value.trimEnd())
}
