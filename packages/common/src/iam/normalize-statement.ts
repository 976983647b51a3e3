import type { ConditionOperands, Conditions, OneOrMany, WrittenStatement } from './statement.js'
import { statementKeys } from './statement-keys.js'

type Scalar = string | number | boolean
type Written = Readonly<Record<string, unknown>>

/**
 * Brings a statement into one form: Action and Resource (and their Not forms) are lists, condition values are
 * texts or lists of texts (`true` becomes `"true"`), keys in the order of IAM's documentation.
 *
 * @param value - A statement without faults: `checkStatement` found none.
 */
export function normalizeStatement(value: unknown): WrittenStatement {
  const written = value as Written
  const present = statementKeys.filter((key) => written[key] !== undefined)
  return Object.fromEntries(
    present.map((key) => [key, normalizeEntry(key, written[key])]),
  ) as unknown as WrittenStatement
}

const listKeys = ['Action', 'NotAction', 'Resource', 'NotResource']

function normalizeEntry(key: string, value: unknown): unknown {
  if (key === 'Condition') return normalizeCondition(value as Readonly<Record<string, Written>>)
  if (key === 'reason') return (value as string).trim()
  return listKeys.includes(key) && !Array.isArray(value) ? [value] : value
}

function normalizeCondition(condition: Readonly<Record<string, Written>>): Conditions {
  return mapValues(condition, (operands): ConditionOperands => mapValues(operands, toText))
}

function toText(value: unknown): OneOrMany {
  return Array.isArray(value) ? value.map(String) : String(value as Scalar)
}

function mapValues<In, Out>(
  map: Readonly<Record<string, In>>,
  change: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
}
