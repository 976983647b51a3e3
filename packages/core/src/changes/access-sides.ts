import type { IamEstate, IamGroup, IamRole } from '@sec/common/iam'

/** A group or role in one state of an estate. */
export interface Side {
  readonly principal: IamGroup | IamRole
  readonly estate: IamEstate
}

/** A group or role before and after; at least one of them is there. */
export interface Sides {
  readonly kind: 'group' | 'role'
  readonly name: string
  readonly before?: Side | undefined
  readonly after?: Side | undefined
}

/** Groups, then roles, each in the order of names. */
export function sidesOf(before: IamEstate, after: IamEstate): readonly Sides[] {
  return [
    ...pairs('group', before, after, ({ groups }) => byName(groups, ({ groupName }) => groupName)),
    ...pairs('role', before, after, ({ roles }) => byName(roles, ({ roleName }) => roleName)),
  ]
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

/** Undefined for a group, and where there is nothing. */
export function roleOf(side: Side | undefined): IamRole | undefined {
  return side && 'roleName' in side.principal ? side.principal : undefined
}
