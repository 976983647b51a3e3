import { cleanReason, type StackEvent } from '@sec/aws'
import type { ActionContext } from '@sec/common/cli'

/** Tells each event of an operation as it comes: time, what happened, to what, how long it took, why. */
export function eventTeller({ output }: Pick<ActionContext, 'output'>): (event: StackEvent) => void {
  const begun = new Map<string, number>()
  return (event) => {
    const { logicalId, status, atMs } = event
    const start = begun.get(logicalId)
    output.progress(eventLine(event, start))
    // A rollback touches a resource again, and that takes a time of its own.
    if (isOver(status)) begun.delete(logicalId)
    else if (start === undefined) begun.set(logicalId, atMs)
    output.status(begun.size === 0 ? undefined : atWork([...begun.keys()]))
  }
}

/** For the foot of a terminal; the stack itself comes first and stays longest. */
function atWork([stack = '', ...resources]: readonly string[]): string {
  return `CloudFormation is at work on ${resources.length === 0 ? stack : resources.join(', ')}`
}

const isOver = (status: string): boolean => !status.endsWith('_IN_PROGRESS')

function eventLine(
  { atMs, status, resourceType, logicalId, statusReason }: StackEvent,
  startMs?: number,
): string {
  const time = new Date(atMs).toISOString().slice(11, 19)
  const took = isOver(status) && startMs !== undefined ? ` ${((atMs - startMs) / 1000).toFixed(1)} s` : ''
  const reason = status.endsWith('_FAILED') && statusReason !== '' ? `: ${cleanReason(statusReason)}` : ''
  return `${time}  ${status.padEnd(24)} ${resourceType.padEnd(23)} ${logicalId}${took}${reason}`
}
