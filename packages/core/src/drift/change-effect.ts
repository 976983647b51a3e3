import { statementCovers } from '../documents/statement-covers.js'
import { type StatementView, viewStatement } from '../documents/statement-view.js'
import type { DriftEffect } from './drift-finding.js'

/**
 * What the change from some statements to others means for access. A statement that an old one covers adds nothing,
 * and one that a new one covers is not lost.
 *
 * @param expected - All statements of the old document.
 * @param found - All statements of the new document.
 */
export function changeEffect(expected: readonly unknown[], found: readonly unknown[]): DriftEffect {
  const [before, after] = [viewsOf(expected), viewsOf(found)]
  if (before === undefined || after === undefined) return 'other'
  const [gained, lost] = [beyond(after, before), beyond(before, after)]
  const isWider = gained.some(isAllow) || lost.some(isDeny)
  const isNarrower = lost.some(isAllow) || gained.some(isDeny)
  if (isWider && isNarrower) return 'other'
  return isWider ? 'wider' : isNarrower ? 'narrower' : 'cosmetic'
}

function viewsOf(statements: readonly unknown[]): readonly StatementView[] | undefined {
  const views = statements.map(viewStatement)
  return views.every((view) => view !== undefined) ? views : undefined
}

/** The statements that none of the others covers. */
function beyond(
  statements: readonly StatementView[],
  others: readonly StatementView[],
): readonly StatementView[] {
  return statements.filter((statement) => !others.some((other) => statementCovers(other, statement)))
}

function isAllow({ effect }: StatementView): boolean {
  return effect === 'Allow'
}

function isDeny({ effect }: StatementView): boolean {
  return effect === 'Deny'
}
