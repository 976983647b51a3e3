import type { IAMClient } from '@aws-sdk/client-iam'
import type { Observation, ObservedEstate } from '@sec/common/iam'
import { changeGroup, deleteGroup } from './group-hands.js'
import { changePolicy, deletePolicy } from './policy-hands.js'
import { changeRole, deleteRole } from './role-hands.js'

/**
 * Does by IAM's own calls what turns one state of an estate into another, as a person would behind the tool's back:
 * an edit that is written down as data is then made for real.
 */
export async function carryOut(iam: IAMClient, before: ObservedEstate, after: ObservedEstate): Promise<void> {
  const hands = {
    groups: await changesOf(before.groups, after.groups),
    roles: await changesOf(before.roles, after.roles),
    policies: await changesOf(before.policies, after.policies),
  }
  for (const { was, is } of hands.groups) await (is ? changeGroup(iam, was, is) : deleteGroup(iam, was))
  for (const { was, is } of hands.roles) await (is ? changeRole(iam, was, is) : deleteRole(iam, was))
  for (const { was, is } of hands.policies) await (is ? changePolicy(iam, was, is) : deletePolicy(iam, was))
}

/** The names of what an edit touches. */
export function touchedBy(before: ObservedEstate, after: ObservedEstate): readonly string[] {
  const kinds = ['groups', 'roles', 'policies'] as const
  return kinds.flatMap((kind) =>
    before[kind].flatMap((was, index) => (isSame(was, after[kind][index]) ? [] : [was.name])),
  )
}

interface Change<Thing> {
  readonly was: Thing
  /** Undefined where it goes. */
  readonly is: Thing | undefined
}

function changesOf<Thing>(
  before: readonly Observation<Thing>[],
  after: readonly Observation<Thing>[],
): readonly Change<Thing>[] {
  return before.flatMap((was, index) => {
    const is = after[index]
    if (was.kind !== 'found' || isSame(was, is)) return []
    return [{ was: was.found, is: is?.kind === 'found' ? is.found : undefined }]
  })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
