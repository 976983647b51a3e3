import type { Issue, IssuePath } from '../issue/issue.js'
import { nearest } from '../text/nearest.js'
import { checkText } from './check-text.js'
import { baseOperator, conditionOperators } from './condition-operators.js'
import { describeValue, isMap, quoted } from './describe-value.js'
import { statementIssue } from './statement-issues.js'

/**
 * Checks the value of Condition: operators, condition keys and values.
 *
 * Values are texts, numbers, booleans or lists of them. Numbers and booleans, which YAML makes of unquoted
 * `true` and `3600`, are turned into text later (`normalizeStatement`).
 */
export function checkCondition(value: unknown, path: IssuePath, placeholders: readonly string[]): Issue[] {
  const fault = mapFault(value, path, 'Condition', 'a map of operators')
  if (fault || !isMap(value)) return fault ?? []
  return Object.entries(value).flatMap(([operator, operands]) => [
    ...checkOperator(operator, [...path, operator]),
    ...checkOperands(operands, { path: [...path, operator], operator, placeholders }),
  ])
}

interface OperatorPlace {
  readonly path: IssuePath
  readonly operator: string
  readonly placeholders: readonly string[]
}

function checkOperator(operator: string, path: IssuePath): Issue[] {
  if (conditionOperators.includes(operator)) return []
  const args = { found: quoted(operator), nearest: nearest(operator, conditionOperators) }
  return [statementIssue('STATEMENT_OPERATOR', path, args, { anchor: 'key' })]
}

function checkOperands(value: unknown, place: OperatorPlace): Issue[] {
  const fault = mapFault(value, place.path, quoted(place.operator), 'a map of condition keys')
  if (fault || !isMap(value)) return fault ?? []
  return Object.entries(value).flatMap(([key, values]) => {
    const path = [...place.path, key]
    return [...checkKey(key, path, place.placeholders), ...checkValues(values, key, { ...place, path })]
  })
}

function mapFault(value: unknown, path: IssuePath, key: string, expected: string): Issue[] | undefined {
  if (!isMap(value))
    return [statementIssue('STATEMENT_CONDITION_FORM', path, { key, found: describeValue(value), expected })]
  if (Object.keys(value).length === 0) return [statementIssue('STATEMENT_EMPTY', path, { key })]
  return undefined
}

function checkKey(key: string, path: IssuePath, placeholders: readonly string[]): Issue[] {
  const issues = checkText(key, { path, anchor: 'key', key: 'a condition key', placeholders })
  if (issues.length > 0 || /^[A-Za-z0-9._/-]+:./.test(key)) return issues
  return [statementIssue('STATEMENT_CONDITION_KEY', path, { found: quoted(key) }, { anchor: 'key' })]
}

function checkValues(value: unknown, key: string, place: OperatorPlace): Issue[] {
  if (!Array.isArray(value)) return checkValue(value, key, place)
  if (value.length === 0) return [statementIssue('STATEMENT_EMPTY', place.path, { key: quoted(key) })]
  return value.flatMap((item, index) => checkValue(item, key, { ...place, path: [...place.path, index] }))
}

function checkValue(value: unknown, key: string, place: OperatorPlace): Issue[] {
  const { path, operator, placeholders } = place
  if (typeof value === 'string') {
    const issues = checkText(value, { path, key: quoted(key), placeholders })
    return issues.length > 0 ? issues : checkTruth(value, operator, path)
  }
  if (typeof value === 'boolean') return []
  if (typeof value === 'number')
    return [...checkDigits(value, key, path), ...checkTruth(value, operator, path)]
  const args = { key: quoted(key), found: describeValue(value), expected: 'a text, number or boolean' }
  return [statementIssue('STATEMENT_CONDITION_FORM', path, args)]
}

/** Null takes the two words only; Bool takes variables of IAM too. */
function checkTruth(value: string | number, operator: string, path: IssuePath): Issue[] {
  const base = baseOperator(operator)
  if (base !== 'Null' && base !== 'Bool') return []
  const isVariable = base === 'Bool' && typeof value === 'string' && value.includes('${')
  if (value === 'true' || value === 'false' || isVariable) return []
  return [statementIssue('STATEMENT_TRUE_OR_FALSE', path, { operator, found: describeValue(value) })]
}

/** An account id that was written without quotes has lost its leading zeros, and no one sees it. */
function checkDigits(value: number, key: string, path: IssuePath): Issue[] {
  const isExact = Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
  if (isExact && !key.toLowerCase().endsWith('account')) return []
  return [
    statementIssue('STATEMENT_NUMBER_NOT_EXACT', path, { key: quoted(key), found: describeValue(value) }),
  ]
}
