import { awsError } from '../issues/aws-error.js'
import { stackIssueKinds } from '../issues/stack-issues.js'
import type { StackApi, StackDescription } from '../ports.js'
import { waitLimitsMs } from '../wait/limits.js'
import { pollUntil } from '../wait/poll-until.js'
import type { Waiting } from '../waiting.js'
import { isInProgress, stackStateOf } from './stack-state.js'

/**
 * Waits until nothing goes on with a stack, whoever began it.
 *
 * @returns Undefined where there is no stack, or no longer one.
 * @throws AWS_WAIT_TOO_LONG
 */
export async function settleStack(
  api: Pick<StackApi, 'describeStack'>,
  stackName: string,
  waiting: Waiting,
): Promise<StackDescription | undefined> {
  const stack = await pollUntil(
    () => api.describeStack(stackName),
    (found) => found === undefined || !isInProgress(found.status),
    waiting,
    { limitMs: waitLimitsMs.operation, onTimeout: () => tooLong(stackName) },
  )
  return stackStateOf(stack).kind === 'absent' ? undefined : stack
}

const tooLong = (stackName: string): Error =>
  awsError(stackIssueKinds, 'AWS_WAIT_TOO_LONG', {
    what: `the end of what is going on with the stack "${stackName}"`,
    limitMs: waitLimitsMs.operation,
    goesOn: 'CloudFormation goes on with it',
    advice:
      'look at the events of the stack in the CloudFormation console, and run the command again when it has ended',
  })
