import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import type { ChangeSetIds } from '../../ports.js'
import type { Refusal } from '../send-call.js'
import type { AwsSession } from '../session.js'

/** What every call to CloudFormation takes. */
export interface CloudFormation {
  readonly session: AwsSession
  readonly client: CloudFormationClient
}

/**
 * A stack that is not there is a ValidationError in CloudFormation, told by its words alone. Servers that act like it
 * have codes of their own for it; one that answers 404 to everything does not speak of stacks.
 */
export function isNoStack({ code, message, status }: Pick<Refusal, 'code' | 'message' | 'status'>): boolean {
  if (code === 'StackNotFound') return true
  const mayMean = code === 'ValidationError' || code === 'ResourceNotFound' || status === 404
  return mayMean && /stack.*(does not exist|not found|could not be found)/is.test(message)
}

/** True where there is no such change set, or not its stack. */
export function isNoChangeSet(refusal: Pick<Refusal, 'code' | 'message' | 'status'>): boolean {
  return refusal.code === 'ChangeSetNotFound' || isNoStack(refusal)
}

/** Names a change set: an ARN says all, a mere name needs its stack. */
export function changeSetNamed({ changeSetId, stackId }: ChangeSetIds) {
  return { ChangeSetName: changeSetId, ...(!changeSetId.startsWith('arn:') && { StackName: stackId }) }
}

/** Milliseconds since 1970; 0 where the service says nothing. */
export function msOf(date: Date | undefined): number {
  return date?.getTime() ?? 0
}
