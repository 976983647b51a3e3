import { isMap } from '@sec/common/iam'
import type { AccessChange } from './access-change.js'

/** Whether a change may make access wider, as {@link AccessChange} says. */
export function growsBy(change: Omit<AccessChange, 'grows'>): boolean {
  const gained = [...change.gained.map(({ statement }) => statement), ...change.trustGained]
  const lost = [...change.lost.map(({ statement }) => statement), ...change.trustLost]
  return (
    gained.some((statement) => effectOf(statement) !== 'Deny') ||
    (change.change !== 'removed' && lost.some((statement) => effectOf(statement) === 'Deny')) ||
    change.policiesGained.length > 0 ||
    change.permissionsBoundary?.before !== undefined
  )
}

function effectOf(statement: unknown): unknown {
  return isMap(statement) ? statement.Effect : undefined
}
