import type { StackStateKind } from '../stack/stack-state.js'

const possible: readonly string[] = [
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'UPDATE_ROLLBACK_FAILED',
  // Not on the page of drift, but the page of imports says to detect drift as its last step.
  'IMPORT_COMPLETE',
]

/** True for the states in which CloudFormation detects drift. */
export function isDriftPossible(status: string): boolean {
  return possible.includes(status)
}

const advices: Readonly<Record<StackStateKind, string>> = {
  absent: 'deploy first; the stack does not exist in this account and region',
  empty: 'deploy first; the stack is empty, a change set was made for it and never executed',
  ready: 'deploy again, so that the stack comes to a complete state, then run the command again',
  'only-deletable': 'its creation failed: delete the stack, then deploy again',
  'delete-failed': 'its deletion failed half way: delete the stack again',
  'rollback-stuck': 'its rollback failed: deploy again, which continues the rollback',
  busy: 'wait until the operation has ended, then run the command again',
}

/** The way out of a state in which no drift can be detected. */
export function driftAdvice(kind: StackStateKind): string {
  return advices[kind]
}
