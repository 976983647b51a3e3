import type { IamEstate } from '@sec/common/iam'
import { estateOf } from '@sec/core'
import { type CallMaker, decision, under } from './call-steps.js'
import { commonPattern } from './common-pattern.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'

/** The names that the template makes, as IAM is asked for them. */
export interface PlannedNames {
  readonly groups: readonly string[]
  readonly roles: readonly string[]
  /** ARNs. */
  readonly policies: readonly string[]
  /** How many policies stand inside groups, and inside roles. */
  readonly inlineOfGroups: number
  readonly inlineOfRoles: number
}

export function plannedNames({ template, model }: PlanRun): PlannedNames {
  const { groups, roles, policies }: IamEstate = estateOf(template, model.identity)
  return {
    groups: groups.map(({ groupName }) => groupName),
    roles: roles.map(({ roleName }) => roleName),
    policies: policies.map(({ arn }) => arn),
    inlineOfGroups: groups.flatMap(({ inlinePolicies }) => inlinePolicies).length,
    inlineOfRoles: roles.flatMap(({ inlinePolicies }) => inlinePolicies).length,
  }
}

/** Before a stack is created: whether its names are free. */
export function ownerSteps(call: CallMaker, run: PlanRun): readonly PlanStep[] {
  const { groups, roles, policies } = plannedNames(run)
  return [
    ...call('findOtherStacks', 'cloudformation:ListStacks', `the region ${run.model.identity.region}`),
    ...call('findOwners', 'iam:GetGroup', groups),
    ...call('findOwners', 'iam:GetRole', roles),
    ...call('findOwners', 'iam:GetPolicy', policies),
    decision('stops if a name is taken, and says which stack owns it'),
  ]
}

/** Reads everything about the estate through IAM. */
export function readEstateSteps(call: CallMaker, names: PlannedNames): readonly PlanStep[] {
  const { groups, roles, policies, inlineOfGroups, inlineOfRoles } = names
  const read = (operation: string, on: readonly string[]) => call('readEstate', `iam:${operation}`, on)
  return [
    ...read('GetGroup', groups),
    ...read('ListAttachedGroupPolicies', groups),
    ...read('ListGroupPolicies', groups),
    ...readInline(call, 'GetGroupPolicy', groups, inlineOfGroups),
    ...read('GetRole', roles),
    ...read('ListAttachedRolePolicies', roles),
    ...read('ListRolePolicies', roles),
    ...readInline(call, 'GetRolePolicy', roles, inlineOfRoles),
    ...read('GetPolicy', policies),
    ...read('GetPolicyVersion', policies),
    ...read('ListPolicyVersions', policies),
    ...read('ListEntitiesForPolicy', policies),
  ]
}

function readInline(call: CallMaker, operation: string, on: readonly string[], count: number) {
  const read = (names: string | readonly string[], facts = {}) =>
    call('readEstate', `iam:${operation}`, names, facts)
  // The estate has none; somebody else may have written one.
  const steps = count > 0 ? read(on, { times: count }) : on.length > 0 ? read(commonPattern(on)) : []
  return under('for each inline policy', steps)
}

/** What hangs on groups, roles and policies that are to go. */
export function obstacleSteps(
  call: CallMaker,
  { groups, roles, policies }: Record<'groups' | 'roles' | 'policies', string | readonly string[]>,
): readonly PlanStep[] {
  const find = (operation: string, on: string | readonly string[], facts = {}) =>
    call('findObstacles', `iam:${operation}`, on, facts)
  // As permissions and as a boundary.
  const twice = typeof policies === 'string' ? {} : { times: 2 * policies.length }
  return [
    ...find('GetGroup', groups),
    ...find('ListAttachedGroupPolicies', groups),
    ...find('ListGroupPolicies', groups),
    ...find('ListAttachedRolePolicies', roles),
    ...find('ListRolePolicies', roles),
    ...find('ListInstanceProfilesForRole', roles),
    ...find('ListEntitiesForPolicy', policies, twice),
  ]
}

/** What goes with a deployment is known when the deployed template was read. */
export const whatGoes = {
  groups: 'each group that would go',
  roles: 'each role that would go',
  policies: 'each policy that would go',
} as const
