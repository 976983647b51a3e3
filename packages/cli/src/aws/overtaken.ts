import { describeBusy, describeBusyInWords, stackStateOf } from '@sec/aws'
import { isProvisionerError } from '@sec/common'
import { busyError } from './busy-error.js'
import type { Deployed } from './deployed.js'
import type { AwsRun } from './run.js'
import { stackError } from './stack-error.js'

/** What CloudFormation answers, among other reasons, when somebody else was quicker. */
const refusals: readonly string[] = ['AWS_REFUSED', 'AWS_CHANGE_SET_FAILED', 'AWS_CHANGE_SET_GONE']

/** Does what somebody else may spoil; where it fails for that, the error says who was quicker. */
export async function unlessOvertaken<Value>(
  run: AwsRun,
  before: Deployed,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (!isProvisionerError(error) || !refusals.includes(error.code)) throw error
    throw (await overtaken(run, before).catch(() => undefined)) ?? error
  }
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
