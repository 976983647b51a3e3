import { actionCovers, patternCovers } from './pattern.js'
import type { ConditionTest, StatementView } from './statement-view.js'

/**
 * Does the wide statement hold for every request that the narrow one holds for? A yes is certain; a no is not, since
 * several statements may do together what none does alone.
 */
export function statementCovers(wide: StatementView, narrow: StatementView): boolean {
  return (
    wide.effect === narrow.effect &&
    elementCovers(wide.actions, narrow.actions, actionCovers) &&
    elementCovers(wide.resources, narrow.resources, patternCovers) &&
    elementCovers(wide.principals, narrow.principals?.filter(isAlive), principalCovers) &&
    // What is left out of a negated list is held for.
    elementCovers(narrow.notActions, wide.notActions, actionCovers) &&
    elementCovers(narrow.notResources, wide.notResources, patternCovers) &&
    elementCovers(narrow.notPrincipals, wide.notPrincipals, principalCovers) &&
    wide.tests.every((test) => narrow.tests.some((other) => testCovers(test, other)))
  )
}

type Covers = (wide: string, narrow: string) => boolean

function elementCovers(
  wide: readonly string[] | undefined,
  narrow: readonly string[] | undefined,
  covers: Covers,
): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow
  return narrow.every((item) => wide.some((pattern) => covers(pattern, item)))
}

/** `*` is everybody, of every type; all else stands for itself. */
function principalCovers(wide: string, narrow: string): boolean {
  return wide === narrow || wide === 'AWS:*'
}

/** A principal that was deleted can do nothing more. */
function isAlive(principal: string): boolean {
  return deletedPrincipalId(principal) === undefined
}

/**
 * The unique id in which IAM shows a role, user or group that was deleted.
 *
 * @param principal - As a view of a statement has it, with its type.
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids | Unique ids}
 */
export function deletedPrincipalId(principal: string): string | undefined {
  return /^AWS:(A(?:ROA|IDA|GPA|IPA)[A-Z0-9]{12,})$/.exec(principal)?.[1]
}

/** Values of one test are alternatives where the operator does not negate: more of them is wider. */
function testCovers(wide: ConditionTest, narrow: ConditionTest): boolean {
  if (wide.key.toLowerCase() !== narrow.key.toLowerCase() || wide.operator !== narrow.operator) return false
  const [one, other] = [new Set(wide.values), new Set(narrow.values)]
  if (one.size === other.size && narrow.values.every((value) => one.has(value))) return true
  if (!alternatives.test(wide.operator)) return false
  return narrow.values.every((value) =>
    wide.values.some((pattern) => valueCovers(pattern, value, wide.operator)),
  )
}

const alternatives = /^(ForAnyValue:)?(StringEquals|StringLike|ArnEquals|ArnLike)(IfExists)?$/

function valueCovers(wide: string, narrow: string, operator: string): boolean {
  return wide === narrow || (!operator.includes('StringEquals') && patternCovers(wide, narrow))
}
