import { sameDocument } from '../documents/compare-documents.js'
import type { AccessChange, ValuePair } from './access-change.js'
import { roleOf, type Side, type Sides } from './access-sides.js'

/** Only for a role that stays: a new one's boundary takes nothing from anybody. */
export function boundaryChange(sides: Sides): Pick<AccessChange, 'permissionsBoundary'> {
  const [before, after] = [sides.before, sides.after].map((side) => roleOf(side)?.permissionsBoundary)
  if (!sides.before || !sides.after) return {}
  if (before === after && sameDocument(boundaryDocument(sides.before), boundaryDocument(sides.after)))
    return {}
  return { permissionsBoundary: pairOf(before, after) }
}

/** The document of a boundary that is a policy of the estate itself. */
function boundaryDocument(side: Side): unknown {
  const arn = roleOf(side)?.permissionsBoundary
  return side.estate.policies.find((policy) => policy.arn === arn)?.document
}

/** In seconds; only for a role that stays. */
export function sessionChange(sides: Sides): Pick<AccessChange, 'maxSessionSeconds'> {
  const [before, after] = [sides.before, sides.after].map((side) => roleOf(side)?.maxSessionSeconds)
  if (!sides.before || !sides.after || before === after) return {}
  return { maxSessionSeconds: pairOf(before, after) }
}

function pairOf<Value>(before: Value | undefined, after: Value | undefined): ValuePair<Value> {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}
