import { describeBusy, describeBusyInWords, stackStateOf } from '@sec/aws'
import { isProvisionerError, type ProvisionerError } from '@sec/common'
import { busyError } from './busy-error.js'
import type { Deployed } from './deployed.js'
import type { AwsRun } from './run.js'
import { stackError } from './stack-error.js'

/** What CloudFormation answers, among other reasons, when somebody else was quicker. */
const refusals: readonly string[] = ['AWS_REFUSED', 'AWS_CHANGE_SET_FAILED', 'AWS_CHANGE_SET_GONE']

/** True for an error that may only say, in other words, that somebody else was quicker. */
export function isRaceRefusal(error: unknown): error is ProvisionerError {
  return isProvisionerError(error) && refusals.includes(error.code)
}

/**
 * Looks whether somebody else works on the stack, or has changed it since it was looked at.
 *
 * @returns The error that says so; undefined where the stack is as it was.
 */
export async function overtaken(run: AwsRun, before: Deployed): Promise<Error | undefined> {
  const { aws, shield, model } = run
  const stack = await aws.stacks.describeStack(model.identity.stackName)
  const state = stackStateOf(stack)
  if (state.kind === 'busy') return busyError(run, state.stack)
  if (!stack || state.kind === 'absent' || state.kind === 'empty' || isSame(before, stack)) return undefined
  const busy = await describeBusy(aws.stacks, stack, shield.waiting)
  const { stackName, status } = stack
  return stackError('STACK_CHANGED_MEANWHILE', { stack: stackName, status, who: describeBusyInWords(busy) })
}

function isSame({ stack: before }: Deployed, now: NonNullable<Deployed['stack']>): boolean {
  return before?.stackId === now.stackId && before.status === now.status && before.updatedMs === now.updatedMs
}
