import type { Issue, IssuePath } from '@sec/common'
import { describeValue } from '@sec/common/iam'
import { configIssue } from '../issues/config-issues.js'
import { explainList, explainMap } from './explain-containers.js'
import { explainNumber, explainText } from './explain-scalars.js'
import { isOfType } from './is-of-type.js'
import type { AnyMap, JsonSchema } from './json-schema.js'
import { expectedBy, expectedInQuotes } from './words.js'

/**
 * Says what is wrong with a value that the compiled check refuses.
 *
 * Every fault is reported at its own place; nothing is said about what stands below a fault.
 * The list `statements` is left to the statement check.
 */
export function explainShape(schema: JsonSchema, value: unknown, path: IssuePath): Issue[] {
  if (schema['x-checked-by']) return []
  if (value === null) return [noValue(schema, path)]
  if (schema.anyOf) return explainAlternatives(schema, schema.anyOf, value, path)
  if (!isOfType(schema, value)) return [wrongType(schema, value, path)]
  if (schema.enum) return explainEnum(schema.enum, String(value), path)
  if (typeof value === 'string') return explainText(schema, value, path)
  if (typeof value === 'number') return explainNumber(schema, value, path)
  if (Array.isArray(value)) return explainList(schema, value, path)
  if (typeof value === 'object') return explainMap(schema, value as AnyMap, path)
  return []
}

function explainAlternatives(
  schema: JsonSchema,
  branches: readonly JsonSchema[],
  value: unknown,
  path: IssuePath,
) {
  const branch = branches.find((candidate) => isOfType(candidate, value))
  return branch ? explainShape(branch, value, path) : [wrongType(schema, value, path)]
}

function explainEnum(allowed: readonly string[], found: string, path: IssuePath): Issue[] {
  return allowed.includes(found) ? [] : [configIssue('NOT_ALLOWED', path, { found, allowed })]
}

function noValue(schema: JsonSchema, path: IssuePath): Issue {
  const step = path.at(-1)
  if (typeof step === 'number')
    return configIssue('ITEM_WITHOUT_VALUE', path, {
      list: String(path.at(-2)),
      expected: expectedBy(schema),
    })
  const args = { key: step ?? '', expected: expectedBy(schema) }
  return configIssue('NO_VALUE', path, args, { anchor: 'key' })
}

function wrongType(schema: JsonSchema, value: unknown, path: IssuePath): Issue {
  const wantsText =
    schema.type === 'string' || schema.enum !== undefined || schema.anyOf?.[0]?.type === 'string'
  const isUnquoted = wantsText && (typeof value === 'number' || typeof value === 'boolean')
  const found = isSecret(path) ? kindOf(value) : describeValue(value)
  const expected = isUnquoted
    ? expectedInQuotes(schema)
    : `${expectedBy(schema)}${isQuoted(schema, value) ? ', without quotes' : ''}`
  return configIssue(isUnquoted ? 'NUMBER_NOT_TEXT' : 'WRONG_TYPE', path, { found, expected })
}

/** A number, or true or false, that quotes have made a text. */
function isQuoted({ type }: JsonSchema, value: unknown): boolean {
  if (typeof value !== 'string') return false
  return type === 'boolean' ? /^(?:true|false)$/.test(value) : type === 'integer' && /^\d+$/.test(value)
}

/** External ids are not secret in the strict sense, but nobody wants them in a log. */
function isSecret(path: IssuePath): boolean {
  return path.at(-1) === 'external_id'
}

function kindOf(value: unknown): string {
  return typeof value === 'number' ? 'a number' : describeValue(value)
}
