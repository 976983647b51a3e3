import type { ProvisionerError } from '@sec/common'
import { awsError } from '../issues/aws-error.js'
import { stackIssueKinds } from '../issues/stack-issues.js'
import { cleanReason } from '../operation/clean-reason.js'
import { hintFor } from '../operation/hint-for.js'
import { describeFinding, findingsOf, type ValidationFinding } from '../operation/validation-findings.js'
import type { ChangeSetIds, StackApi } from '../ports.js'
import { orInstead } from '../wait/refusals.js'
import type { Waiting } from '../waiting.js'

/** Why a change set could not be made; the cause of an AWS_CHANGE_SET_FAILED. */
export interface ChangeSetFailure {
  readonly kind: 'change-set-failure'
  /** CloudFormation's own sentence, without request ids. */
  readonly statusReason: string
  /** What the message is about, as AWS wrote it: hints of the template's services are looked up by this. */
  readonly rawReason: string
  /** What the early validation found, failures first. */
  readonly findings: readonly ValidationFinding[]
}

/**
 * Makes the error for a failed change set. Its message is what the early validation found first, or else
 * CloudFormation's reason.
 */
export async function changeSetError(
  api: Pick<StackApi, 'describeFailedEvents'>,
  { changeSetId }: ChangeSetIds,
  statusReason: string,
  waiting: Waiting,
): Promise<ProvisionerError> {
  const events = await orInstead(api.describeFailedEvents({ changeSetId }), [], waiting)
  const findings = findingsOf(events)
  const [first] = findings
  const rawReason = first ? first.reason : statusReason
  const args = {
    reason: first ? describeFinding(first) : cleanReason(statusReason) || 'CloudFormation gives no reason',
    more: Math.max(findings.length - 1, 0),
    advice: hintFor(rawReason),
  }
  const cause: ChangeSetFailure = {
    kind: 'change-set-failure',
    statusReason: cleanReason(statusReason),
    rawReason,
    findings,
  }
  return awsError(stackIssueKinds, 'AWS_CHANGE_SET_FAILED', args, { cause })
}

/** What an AWS_CHANGE_SET_FAILED carries; undefined for any other error. */
export function changeSetFailureOf(error: unknown): ChangeSetFailure | undefined {
  const cause = error instanceof Error ? (error.cause as Partial<ChangeSetFailure> | undefined) : undefined
  return cause?.kind === 'change-set-failure' ? (cause as ChangeSetFailure) : undefined
}
