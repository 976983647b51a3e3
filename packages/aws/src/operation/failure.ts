import type { StackEvent } from '../ports.js'
import { cleanReason } from './clean-reason.js'
import { hintFor } from './hint-for.js'

/** One resource that CloudFormation could not create, update or delete. */
export interface Failure {
  readonly logicalId: string
  /** Empty where there is none yet. */
  readonly physicalId: string
  readonly resourceType: string
  /** Such as `CREATE_FAILED`; `VALIDATION_ERROR` for what was found before anything was done. */
  readonly status: string
  /** AWS's sentence, without request ids. */
  readonly reason: string
  /** As AWS wrote it, error codes included: whoever knows more of the service looks up hints of its own by this. */
  readonly rawReason: string
  /** What to do; empty where the reason is not a known one. */
  readonly hint: string
  /** Where in the template, where AWS says so. */
  readonly path?: string
}

/** @param event - Of a resource that failed. */
export function failureOf(event: StackEvent): Failure {
  const { logicalId, physicalId, resourceType, status, statusReason: rawReason } = event
  const reason = cleanReason(rawReason)
  return { logicalId, physicalId, resourceType, status, reason, rawReason, hint: hintFor(rawReason) }
}

const followers =
  /^Resource (creation|update|deletion|import|operation) cancell?ed|^The following resource\(s\) failed to|^Rollback (requested|triggered)/i

/** True for the reason of a resource that failed because another one did. */
export function isFollower(reason: string): boolean {
  return followers.test(reason.trim())
}
