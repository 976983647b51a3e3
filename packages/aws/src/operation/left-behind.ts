import type { StackEvent } from '../ports.js'
import { isOfStackItself } from '../stack/stack-events.js'
import { type Failure, failureOf } from './failure.js'

const withCleanUp: readonly string[] = ['UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE']

/**
 * Picks what an update could not clean up: CloudFormation tries three times to delete what was replaced or
 * removed, then leaves it in the account, outside of the stack, and ends the update as complete.
 *
 * @param events - Of one operation, oldest first.
 * @param status - In which the operation ended.
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-monitor-stack.html | Monitor a stack update}
 */
export function leftBehind(events: readonly StackEvent[], status: string, stackId: string): Failure[] {
  if (!withCleanUp.includes(status)) return []
  const deletions = events.filter(
    (event) => /^DELETE_/.test(event.status) && !isOfStackItself(event, stackId),
  )
  const last = new Map(deletions.map((event) => [`${event.logicalId} ${event.physicalId}`, event]))
  return [...last.values()].filter((event) => event.status === 'DELETE_FAILED').map(failureOf)
}
