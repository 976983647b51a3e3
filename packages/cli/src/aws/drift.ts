import type { ResourceDrift, StackDrift } from '@sec/aws'
import {
  type DriftDifference,
  type DriftNotChecked,
  type EstateDrift,
  isDifference,
  type TemplateEstate,
} from '@sec/core'

/** What CloudFormation alone found at a resource. */
export interface CloudFormationFinding {
  readonly kind: 'cloudformation'
  readonly logicalId: string
  readonly name: string
  /** `MODIFIED` or `DELETED`. */
  readonly status: string
  readonly differences: ResourceDrift['differences']
}

/** What CloudFormation did not judge. */
export interface CloudFormationSilence {
  readonly kind: 'not-checked-by-cloudformation'
  readonly name: string
  /** `NOT_CHECKED`, `UNKNOWN` or `UNSUPPORTED`, or its own words. */
  readonly reason: string
}

/** Drift by both ways of looking. */
export interface Drift {
  /** CloudFormation's own word for the stack: `DRIFTED`, `IN_SYNC`, `UNKNOWN` or `NOT_CHECKED`. */
  readonly cloudFormation: string
  readonly findings: readonly (DriftDifference | CloudFormationFinding)[]
  readonly notChecked: readonly (DriftNotChecked | CloudFormationSilence)[]
}

/** Puts both together: what IAM shows is told once, what only CloudFormation saw is told beside it. */
export function joinDrift(stack: StackDrift, iam: EstateDrift, estate: TemplateEstate): Drift {
  const differences = iam.findings.filter(isDifference)
  const told = new Set(differences.map(({ subject }) => subject.name))
  const nameOf = ({ logicalId, physicalId }: ResourceDrift) => estate.resources[logicalId]?.name ?? physicalId
  const withStatus = (...statuses: string[]) =>
    stack.resources.filter(({ status }) => statuses.includes(status))
  const alone = withStatus('MODIFIED', 'DELETED').filter((resource) => !told.has(nameOf(resource)))
  const unjudged = withStatus('NOT_CHECKED', 'UNKNOWN', 'UNSUPPORTED')
  return {
    cloudFormation: stack.status,
    findings: [...differences, ...alone.map((resource) => cloudFormationFinding(resource, nameOf(resource)))],
    notChecked: [
      ...iam.findings.filter((found) => !isDifference(found)),
      ...unjudged.map((resource) => silence(nameOf(resource), resource.status)),
      ...(stack.isIncomplete ? [silence('the stack as a whole', stack.reason)] : []),
    ],
  }
}

function cloudFormationFinding(resource: ResourceDrift, name: string): CloudFormationFinding {
  const { logicalId, status, differences } = resource
  return { kind: 'cloudformation', logicalId, name, status, differences }
}

function silence(name: string, reason: string): CloudFormationSilence {
  return { kind: 'not-checked-by-cloudformation', name, reason }
}
