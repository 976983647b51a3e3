import type { IamEstate } from '@sec/common/iam'
import type { AccessChange, PolicyStatement } from './access-change.js'
import { roleOf, type Sides, sidesOf } from './access-sides.js'
import { growsBy } from './grows.js'
import { accessOf, type HeldStatement, trustOf } from './principal-access.js'
import { boundaryChange, sessionChange } from './role-settings.js'

/**
 * What every group and role gains and loses between two states of an estate, by statements: one that moves between
 * policies of the same group or role is neither, nor is one whose `Sid` changes. A statement that is edited is lost
 * in its old form and gained in its new one.
 *
 * @param before - Undefined where there is nothing yet: everything is gained then.
 * @returns Groups, then roles, each in the order of names; nothing for those that stay as they are.
 */
export function compareAccess(before: IamEstate | undefined, after: IamEstate): readonly AccessChange[] {
  const old = before ?? { groups: [], roles: [], policies: [] }
  return sidesOf(old, after).map(compareOne).filter(isChange)
}

function compareOne(sides: Sides): AccessChange {
  const change = !sides.before ? 'new' : !sides.after ? 'removed' : 'changed'
  const known = {
    kind: sides.kind,
    name: sides.name,
    change,
    ...policyChanges(sides),
    ...trustChanges(sides),
    ...boundaryChange(sides),
    ...sessionChange(sides),
  } as const
  return { ...known, grows: growsBy(known) }
}

function isChange({ kind, name, change, grows: _, ...lists }: AccessChange): boolean {
  return change !== 'changed' || Object.values(lists).some((list) => !Array.isArray(list) || list.length > 0)
}

function policyChanges(sides: Sides) {
  const [old, fresh] = [sides.before, sides.after].map(
    (side) => side && accessOf(side.principal, side.estate),
  )
  const [oldArns, freshArns] = [old?.foreignPolicyArns ?? [], fresh?.foreignPolicyArns ?? []]
  return {
    gained: missingIn(old?.statements, fresh?.statements).map(toPolicyStatement),
    lost: missingIn(fresh?.statements, old?.statements).map(toPolicyStatement),
    policiesGained: freshArns.filter((arn) => !oldArns.includes(arn)),
    policiesLost: oldArns.filter((arn) => !freshArns.includes(arn)),
  }
}

function toPolicyStatement({ policyName, written }: HeldStatement): PolicyStatement {
  return { policyName, statement: written }
}

function trustChanges(sides: Sides) {
  const [old, fresh] = [sides.before, sides.after].map((side) => trustOf(roleOf(side)?.trustPolicy))
  return {
    trustGained: missingIn(old, fresh).map(({ written }) => written),
    trustLost: missingIn(fresh, old).map(({ written }) => written),
  }
}

function missingIn<Item>(
  there: ReadonlyMap<string, Item> = new Map(),
  here: ReadonlyMap<string, Item> = new Map(),
): readonly Item[] {
  return [...here].filter(([key]) => !there.has(key)).map(([, item]) => item)
}
