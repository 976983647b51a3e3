import { stackNameOf } from '../names/names.js'
import { testSuffix } from './test-suffix.js'

/** A stack as `ListStacks` tells of it. */
export interface ListedStack {
  readonly stackName: string
  readonly status: string
  /** Milliseconds since 1970. */
  readonly createdMs: number
}

/** Why a test stack is left alone. */
export type LeaveReason = 'in-progress' | 'recent'

export interface Leftovers<Stack extends ListedStack> {
  /** What no run works with any more. */
  readonly remove: readonly Stack[]
  readonly leave: readonly { readonly stack: Stack; readonly reason: LeaveReason }[]
}

/** A test deployment takes minutes: what is older than this has nobody who will remove it. */
const recentMs = 2 * 60 * 60 * 1000

/**
 * Sorts out what earlier test deployments of this estate left: stacks named after its stem with a test suffix.
 * Those at work, and those of the last two hours, are left alone. Deleted stacks are neither.
 *
 * @param nowMs - Milliseconds since 1970.
 */
export function leftoversAmong<Stack extends ListedStack>(
  stacks: readonly Stack[],
  stem: string,
  nowMs: number,
): Leftovers<Stack> {
  const found = stacks
    .filter((stack) => isOfTest(stack, stem))
    .map((stack) => ({ stack, reason: reasonToLeave(stack, nowMs) }))
  return {
    remove: found.flatMap(({ stack, reason }) => (reason === undefined ? [stack] : [])),
    leave: found.flatMap(({ stack, reason }) => (reason === undefined ? [] : [{ stack, reason }])),
  }
}

function isOfTest({ stackName, status }: ListedStack, stem: string): boolean {
  const real = stackNameOf(stem)
  const isNamedSo = stackName.startsWith(real) && testSuffix.test(stackName.slice(real.length))
  return isNamedSo && status !== 'DELETE_COMPLETE'
}

function reasonToLeave({ status, createdMs }: ListedStack, nowMs: number): LeaveReason | undefined {
  // A stack in review is empty and waits for somebody; nothing is at work in it.
  if (status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS') return 'in-progress'
  return nowMs - createdMs > recentMs ? undefined : 'recent'
}
