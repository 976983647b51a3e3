import { nearest } from '@sec/common'
import { managedPolicyLines } from '../generated/managed-policies.generated.js'
import { lazy } from './lazy.js'

export { managedPoliciesDate } from '../generated/managed-policies.generated.js'

/** What a config's `managed_policies` entry or permissions boundary names. */
export interface FoundManagedPolicy {
  /** The policy's ARN, also when the list does not have it. */
  readonly arn: string
  /** True when the list has the policy, and for any policy of a customer, which no list can have. */
  readonly isKnown: boolean
  /** What was most likely meant, in the form in which it was asked for: a name with its path, or an ARN. */
  readonly nearest?: string
}

/**
 * Looks up an AWS managed policy.
 *
 * @param nameOrArn - `CloudWatchLogsReadOnlyAccess`, `job-function/SupportUser`, or a full ARN. A name without
 *   the path that it needs is not known, as IAM would not know it; the nearest is then the name with its path.
 * @param partition - The partition for names; an ARN keeps its own.
 */
export function findManagedPolicy(nameOrArn: string, partition: string): FoundManagedPolicy {
  const awsPolicy = /^arn:[^:]*:iam::aws:policy\//.exec(nameOrArn)?.[0]
  if (awsPolicy === undefined && nameOrArn.startsWith('arn:')) return customerPolicy(nameOrArn)
  const suffix = nameOrArn.slice(awsPolicy?.length ?? 0)
  const arn = awsPolicy === undefined ? `arn:${partition}:iam::aws:policy/${suffix}` : nameOrArn
  if (knownPolicies().has(suffix)) return { arn, isKnown: true }
  const likely = likelyPolicy(suffix)
  return { arn, isKnown: false, ...(likely && { nearest: `${awsPolicy ?? ''}${likely}` }) }
}

/** Whether the list has this policy of AWS, by its name together with the path that it needs. */
export function isAwsManagedPolicy(name: string): boolean {
  return knownPolicies().has(name)
}

function customerPolicy(arn: string): FoundManagedPolicy {
  return { arn, isKnown: /^arn:[^:]+:iam::\d{12}:policy\/./.test(arn) }
}

const knownPolicies = lazy(() => new Set(managedPolicyLines.trim().split('\n')))

/** Names in lower case, without their paths, to names with their paths: IAM's names differ by more than case. */
const policiesByName = lazy(
  () => new Map([...knownPolicies()].map((suffix) => [nameOf(suffix).toLowerCase(), suffix])),
)

const policyNames = lazy(() => [...policiesByName().keys()])

function likelyPolicy(suffix: string): string | undefined {
  const byName = policiesByName()
  const name = nameOf(suffix).toLowerCase()
  return byName.get(byName.has(name) ? name : (nearest(name, policyNames()) ?? ''))
}

function nameOf(suffix: string): string {
  return suffix.slice(suffix.lastIndexOf('/') + 1)
}
