import type { Issue, IssuePath } from '../issue/issue.js'
import { nearest } from '../text/nearest.js'
import { checkCondition } from './check-condition.js'
import { checkActions, checkResources } from './check-list.js'
import { checkReason, checkSuppress } from './check-notes.js'
import { describeValue, isMap, quoted } from './describe-value.js'
import { statementIssue } from './statement-issues.js'
import { type StatementKey, statementKeys } from './statement-keys.js'

export interface StatementOptions {
  /** Names that may stand in `${...}`, such as {@link placeholderNames}. */
  readonly placeholders: readonly string[]
  readonly requireSid?: boolean
  readonly requireReason?: boolean
}

const principalKeys = ['Principal', 'NotPrincipal']

type KeyCheck = (value: unknown, path: IssuePath, options: StatementOptions) => Issue[]

const texts =
  (check: typeof checkActions, key: string): KeyCheck =>
  (value, path, { placeholders }) =>
    check(value, { path, key, placeholders })

const checkByKey: Readonly<Record<StatementKey, KeyCheck>> = {
  Sid: checkSid,
  reason: checkReason,
  suppress: checkSuppress,
  part: checkPart,
  Effect: checkEffect,
  Action: texts(checkActions, 'Action'),
  NotAction: texts(checkActions, 'NotAction'),
  Resource: texts(checkResources, 'Resource'),
  NotResource: texts(checkResources, 'NotResource'),
  Condition: (value, path, { placeholders }) => checkCondition(value, path, placeholders),
}

/**
 * Checks one statement of an identity policy, as people write it in a config or a policy template.
 *
 * @param value - Anything that a text can hold.
 * @param path - Where the statement stands; issues carry it.
 * @returns Every fault, each once: a missing key at the statement, an unknown key at itself, a wrong value at
 *   itself, of two keys that exclude each other the second. Whether actions exist is not looked at.
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html | IAM policy grammar}
 */
export function checkStatement(value: unknown, path: IssuePath, options: StatementOptions): Issue[] {
  if (!isMap(value)) return [statementIssue('STATEMENT_NOT_A_MAP', path, { found: describeValue(value) })]
  const keys = Object.keys(value)
  return [
    ...checkMissing(keys, path, options),
    ...keys.flatMap((key) => checkEntry(key, value[key], [...path, key], options)),
    ...checkExclusive(keys, ['Action', 'NotAction'], path),
    ...checkExclusive(keys, ['Resource', 'NotResource'], path),
  ]
}

function checkEntry(key: string, value: unknown, path: IssuePath, options: StatementOptions): Issue[] {
  if (isStatementKey(key)) return checkByKey[key](value, path, options)
  if (principalKeys.includes(key))
    return [statementIssue('STATEMENT_PRINCIPAL', path, { key }, { anchor: 'key' })]
  const args = { found: quoted(key), nearest: nearest(key, statementKeys), known: statementKeys }
  return [statementIssue('STATEMENT_UNKNOWN_KEY', path, args, { anchor: 'key' })]
}

function isStatementKey(key: string): key is StatementKey {
  return Object.hasOwn(checkByKey, key)
}

/** A misspelt key counts as present here: its misspelling is reported already. */
function checkMissing(keys: readonly string[], path: IssuePath, options: StatementOptions): Issue[] {
  const present = new Set(keys.map((key) => (isStatementKey(key) ? key : nearest(key, statementKeys))))
  const lacks = (...wanted: string[]) => !wanted.some((key) => present.has(key))
  const place = { anchor: 'key' } as const
  return [
    ...(options.requireSid && lacks('Sid') ? [statementIssue('STATEMENT_NO_SID', path, {}, place)] : []),
    ...(options.requireReason && lacks('reason')
      ? [statementIssue('STATEMENT_NO_REASON', path, {}, place)]
      : []),
    ...(lacks('Effect') ? [statementIssue('STATEMENT_NO_EFFECT', path, {}, place)] : []),
    ...(lacks('Action', 'NotAction') ? [statementIssue('STATEMENT_NO_ACTION', path, {}, place)] : []),
    ...(lacks('Resource', 'NotResource') ? [statementIssue('STATEMENT_NO_RESOURCE', path, {}, place)] : []),
  ]
}

function checkExclusive(keys: readonly string[], pair: readonly string[], path: IssuePath): Issue[] {
  const [first, second] = keys.filter((key) => pair.includes(key))
  if (first === undefined || second === undefined) return []
  return [statementIssue('STATEMENT_EXCLUSIVE_KEYS', [...path, second], { first, second }, { anchor: 'key' })]
}

function checkSid(value: unknown, path: IssuePath): Issue[] {
  if (typeof value === 'string' && /^[A-Za-z0-9]+$/.test(value)) return []
  return [statementIssue('STATEMENT_SID_FORM', path, { found: describeValue(value) })]
}

function checkEffect(value: unknown, path: IssuePath): Issue[] {
  if (value === 'Allow' || value === 'Deny') return []
  const meant = typeof value === 'string' ? nearest(value, ['Allow', 'Deny']) : undefined
  return [statementIssue('STATEMENT_EFFECT', path, { found: describeValue(value), nearest: meant })]
}

function checkPart(value: unknown, path: IssuePath): Issue[] {
  if (isPart(value)) return []
  return [statementIssue('STATEMENT_PART', path, { found: describeValue(value) })]
}

/** True for the number of a part: a whole number from 1. */
export function isPart(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}
