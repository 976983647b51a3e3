import type { StackDescription } from '../ports.js'

/** What a stack that is at work is doing. */
export type BusyOperation = 'create' | 'update' | 'rollback' | 'delete' | 'import' | 'other'

/**
 * What can be done with a stack.
 *
 * - `absent`: there is none, or it is deleted; it can be created.
 * - `empty`: a change set was made for it and never executed; it has no resources and can be created.
 * - `ready`: it can be updated.
 * - `only-deletable`: its creation failed; it must be deleted before it can be created.
 * - `delete-failed`: its deletion failed half way and can be tried again.
 * - `rollback-stuck`: an update failed and its rollback failed, too; the rollback can be continued.
 * - `busy`: an operation is at work.
 */
export type StackState =
  | { readonly kind: 'absent' }
  | { readonly kind: Exclude<StackStateKind, 'absent' | 'busy'>; readonly stack: StackDescription }
  | { readonly kind: 'busy'; readonly stack: StackDescription; readonly operation: BusyOperation }

export type StackStateKind =
  | 'absent'
  | 'empty'
  | 'ready'
  | 'only-deletable'
  | 'delete-failed'
  | 'rollback-stuck'
  | 'busy'

const kindByStatus: Readonly<Record<string, Exclude<StackStateKind, 'busy'>>> = {
  DELETE_COMPLETE: 'absent',
  REVIEW_IN_PROGRESS: 'empty',
  ROLLBACK_COMPLETE: 'only-deletable',
  ROLLBACK_FAILED: 'only-deletable',
  CREATE_FAILED: 'only-deletable',
  DELETE_FAILED: 'delete-failed',
  UPDATE_ROLLBACK_FAILED: 'rollback-stuck',
  // No page of AWS names a way out; a stack with resources must not be taken for one that failed to be created.
  IMPORT_ROLLBACK_FAILED: 'rollback-stuck',
}

/**
 * Tells from its status what can be done with a stack. A status that is new is judged by its ending; one that
 * says nothing is left to AWS to refuse.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html | Status codes}
 */
export function stackStateOf(stack: StackDescription | undefined): StackState {
  const kind = stack && (kindByStatus[stack.status] ?? (isInProgress(stack.status) ? 'busy' : 'ready'))
  if (stack === undefined || kind === undefined || kind === 'absent') return { kind: 'absent' }
  return kind === 'busy' ? { kind, stack, operation: busyOperationOf(stack.status) } : { kind, stack }
}

/** True while CloudFormation is at work; an empty stack that waits for its first change set is not. */
export function isInProgress(status: string): boolean {
  return status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS'
}

function busyOperationOf(status: string): BusyOperation {
  if (/(^|_)ROLLBACK_/.test(status)) return 'rollback'
  const verb = status.slice(0, status.indexOf('_')).toLowerCase()
  return verb === 'create' || verb === 'update' || verb === 'delete' || verb === 'import' ? verb : 'other'
}
