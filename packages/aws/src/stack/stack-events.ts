import type { StackEvent } from '../ports.js'
import { isInProgress } from './stack-state.js'

/** True for an event of the stack itself; a nested stack is a resource, whose physical id is another. */
export function isOfStackItself(event: StackEvent, stackId: string): boolean {
  return event.resourceType === 'AWS::CloudFormation::Stack' && [stackId, ''].includes(event.physicalId)
}

/** Pages of events that are read where only the newest ones matter. */
export const newestPage = 1

/** True for a status in which nothing goes on. */
export function isSettled(status: string): boolean {
  return status !== 'REVIEW_IN_PROGRESS' && !isInProgress(status)
}
