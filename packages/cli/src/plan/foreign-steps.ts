import { type CallMaker, decision, under } from './call-steps.js'
import { plannedNames } from './estate-steps.js'
import type { PlanRun } from './plan-run.js'
import type { PlanStep } from './plan-step.js'

/** Looks for policies that somebody gave to groups and roles of the estate. */
export function findForeignSteps(call: CallMaker, run: PlanRun): readonly PlanStep[] {
  const { groups, roles } = plannedNames(run)
  const find = (operation: string, on: readonly string[]) =>
    call('findForeignPolicies', `iam:${operation}`, on)
  return [
    ...find('ListAttachedGroupPolicies', groups),
    ...find('ListGroupPolicies', groups),
    ...find('ListAttachedRolePolicies', roles),
    ...find('ListRolePolicies', roles),
  ]
}

/** Takes them off, after a question. */
export function removeForeignSteps(call: CallMaker, { options }: PlanRun): readonly PlanStep[] {
  const each = 'each that has one'
  const remove = (operation: string) => call('removeForeignPolicies', `iam:${operation}`, each)
  return under('if groups or roles have policies that the stack did not give them', [
    decision(
      options.force ? 'takes them off without a question, for --force' : 'asks whether to take them off',
    ),
    ...remove('DetachGroupPolicy'),
    ...remove('DeleteGroupPolicy'),
    ...remove('DetachRolePolicy'),
    ...remove('DeleteRolePolicy'),
  ])
}
