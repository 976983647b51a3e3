import type { EvaluationResult, ResourceSpecificResult } from '@aws-sdk/client-iam'
import type { SimulatedDecision } from '../ports.js'

/**
 * One decision for each resource. For resources that are named, IAM says what is missing in the parts for each
 * resource, and not in the whole.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html | EvaluationResult}
 */
export function describeDecisions(result: EvaluationResult): readonly SimulatedDecision[] {
  const parts = result.ResourceSpecificResults ?? []
  return parts.length > 0 ? parts.map((part) => describePart(result, part)) : [describeWhole(result)]
}

function describeWhole(result: EvaluationResult): SimulatedDecision {
  return {
    action: result.EvalActionName ?? '',
    resource: result.EvalResourceName ?? '*',
    decision: result.EvalDecision ?? 'implicitDeny',
    missingContext: result.MissingContextValues ?? [],
    allowedByOrganization: result.OrganizationsDecisionDetail?.AllowedByOrganizations ?? true,
    allowedByBoundary: result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary ?? true,
  }
}

function describePart(result: EvaluationResult, part: ResourceSpecificResult): SimulatedDecision {
  const whole = describeWhole(result)
  return {
    ...whole,
    resource: part.EvalResourceName ?? whole.resource,
    decision: part.EvalResourceDecision ?? 'implicitDeny',
    missingContext: part.MissingContextValues ?? whole.missingContext,
    allowedByBoundary:
      part.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary ?? whole.allowedByBoundary,
  }
}
