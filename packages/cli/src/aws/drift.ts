import type { ResourceDrift, StackDrift } from '@sec/aws'
import {
  type DriftDifference,
  type DriftEffect,
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

/** One thing that differs, whoever saw it. */
export type FoundDrift = DriftDifference | CloudFormationFinding

/** Drift by both ways of looking. */
export interface Drift {
  /** How many findings there are of each effect, and how much was not checked. */
  readonly counts: Readonly<Record<DriftEffect | 'notChecked', number>>
  /** CloudFormation's own word for the stack: `DRIFTED`, `IN_SYNC`, `UNKNOWN` or `NOT_CHECKED`. */
  readonly cloudFormation: string
  /** What makes access wider first, then what may do so, then the rest. */
  readonly findings: readonly FoundDrift[]
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
  const seen = [...differences, ...alone.map((resource) => cloudFormationFinding(resource, nameOf(resource)))]
  const notChecked = [
    ...iam.findings.filter((found) => !isDifference(found)),
    ...unjudged.map((resource) => silence(nameOf(resource), resource.status)),
    ...(stack.isIncomplete ? [silence('the stack as a whole', stack.reason)] : []),
  ]
  const findings = driftEffects.flatMap((effect) => seen.filter((found) => effectOf(found) === effect))
  return { counts: countsOf(findings, notChecked), cloudFormation: stack.status, findings, notChecked }
}

/** What matters most first. */
export const driftEffects = [
  'wider',
  'other',
  'narrower',
  'cosmetic',
] as const satisfies readonly DriftEffect[]

/** What CloudFormation alone saw, nobody has judged. */
export function effectOf(found: FoundDrift): DriftEffect {
  return found.kind === 'cloudformation' ? 'other' : found.effect
}

function countsOf(findings: readonly FoundDrift[], notChecked: readonly unknown[]): Drift['counts'] {
  const count = (effect: DriftEffect) => findings.filter((found) => effectOf(found) === effect).length
  return {
    wider: count('wider'),
    narrower: count('narrower'),
    cosmetic: count('cosmetic'),
    other: count('other'),
    notChecked: notChecked.length,
  }
}

function cloudFormationFinding(resource: ResourceDrift, name: string): CloudFormationFinding {
  const { logicalId, status, differences } = resource
  return { kind: 'cloudformation', logicalId, name, status, differences }
}

function silence(name: string, reason: string): CloudFormationSilence {
  return { kind: 'not-checked-by-cloudformation', name, reason }
}
