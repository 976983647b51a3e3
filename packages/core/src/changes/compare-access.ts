import { type IamEstate, type IamGroup, type IamRole, isMap } from '@sec/common/iam'
import type { AccessChange, PolicyStatement, ValuePair } from './access-change.js'
import { sameDocument } from './compare-documents.js'
import { accessOf, type HeldStatement, trustOf } from './principal-access.js'

interface Side {
  readonly principal: IamGroup | IamRole
  readonly estate: IamEstate
}

interface Sides {
  readonly kind: 'group' | 'role'
  readonly name: string
  readonly before?: Side | undefined
  readonly after?: Side | undefined
}

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
  const groups = pairs('group', old, after, (estate) => byName(estate.groups, ({ groupName }) => groupName))
  const roles = pairs('role', old, after, (estate) => byName(estate.roles, ({ roleName }) => roleName))
  return [...groups, ...roles].map(compareOne).filter(isChange)
}

function byName<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [nameOf(item), item]))
}

function pairs(
  kind: Sides['kind'],
  old: IamEstate,
  fresh: IamEstate,
  read: (estate: IamEstate) => ReadonlyMap<string, IamGroup | IamRole>,
): readonly Sides[] {
  const [before, after] = [read(old), read(fresh)]
  const side = (estate: IamEstate, principal: Side['principal'] | undefined) =>
    principal && { principal, estate }
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((name) => ({
    kind,
    name,
    before: side(old, before.get(name)),
    after: side(fresh, after.get(name)),
  }))
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
  return { ...known, grows: grows(known) }
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

function roleOf(side: Side | undefined): IamRole | undefined {
  return side && 'roleName' in side.principal ? side.principal : undefined
}

function missingIn<Item>(
  there: ReadonlyMap<string, Item> = new Map(),
  here: ReadonlyMap<string, Item> = new Map(),
): readonly Item[] {
  return [...here].filter(([key]) => !there.has(key)).map(([, item]) => item)
}

/** Only for a role that stays: a new one's boundary takes nothing from anybody. */
function boundaryChange(sides: Sides): Pick<AccessChange, 'permissionsBoundary'> {
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

function sessionChange(sides: Sides): Pick<AccessChange, 'maxSessionSeconds'> {
  const [before, after] = [sides.before, sides.after].map((side) => roleOf(side)?.maxSessionSeconds)
  if (!sides.before || !sides.after || before === after) return {}
  return { maxSessionSeconds: pairOf(before, after) }
}

function pairOf<Value>(before: Value | undefined, after: Value | undefined): ValuePair<Value> {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}

function grows(change: Omit<AccessChange, 'grows'>): boolean {
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
