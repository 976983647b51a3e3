import type { ProvisionerError } from '@sec/common'
import { awsError } from '../issues/aws-error.js'
import { stackIssueKinds } from '../issues/stack-issues.js'
import type { StackApi, StackDescription, StackEvent } from '../ports.js'
import { orInstead } from '../wait/refusals.js'
import type { Waiting } from '../waiting.js'
import { readOperationToken } from './operation-token.js'
import { isOfStackItself, newestPage } from './stack-events.js'
import { isInProgress } from './stack-state.js'

/** Who is at work on a stack, as far as its events tell. */
export interface Busy {
  /** CloudFormation's word, such as `UPDATE_IN_PROGRESS`. */
  readonly status: string
  /** Milliseconds since 1970; undefined where no event tells. */
  readonly sinceMs?: number
  /** Such as `deploy`; undefined where the operation was not started by this family of tools. */
  readonly action?: string
  readonly who?: string
}

/** Reads who is at work on a stack. One that may not read the events learns the status only. */
export async function describeBusy(
  api: Pick<StackApi, 'describeStackEvents'>,
  { stackId, status }: Pick<StackDescription, 'stackId' | 'status'>,
  waiting: Waiting,
): Promise<Busy> {
  const events = await orInstead(api.describeStackEvents(stackId, undefined, newestPage), [], waiting)
  return { status, ...busyOf(events, stackId) }
}

/** @param events - Newest first. */
function busyOf(events: readonly StackEvent[], stackId: string): Omit<Busy, 'status'> {
  const token = events[0]?.clientRequestToken
  const begin = token
    ? events.findLast((event) => event.clientRequestToken === token)
    : events.find((event) => isOfStackItself(event, stackId) && isInProgress(event.status))
  const origin = readOperationToken(token ?? '')
  return {
    ...(begin && { sinceMs: begin.atMs }),
    ...(origin && { action: origin.action, who: origin.who }),
  }
}

/** Such as `a deploy by alice, since 12:03:05 UTC`. */
export function describeBusyInWords({ action, who, sinceMs }: Busy): string {
  const what = action && who ? `a ${action} by ${who}` : 'an operation started outside this tool'
  return sinceMs === undefined ? what : `${what}, since ${utcTime(sinceMs)}`
}

const utcTime = (atMs: number): string => `${new Date(atMs).toISOString().slice(11, 19)} UTC`

/** The error for an action that cannot go on while somebody else is at work. */
export function stackBusyError(stackName: string, busy: Busy): ProvisionerError {
  return awsError(stackIssueKinds, 'AWS_STACK_BUSY', {
    stackName,
    status: busy.status,
    who: describeBusyInWords(busy),
  })
}
