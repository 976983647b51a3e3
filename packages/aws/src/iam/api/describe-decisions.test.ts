import type { EvaluationResult } from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { describeDecisions } from './describe-decisions.js'

const whole: EvaluationResult = {
  EvalActionName: 's3:GetObject',
  EvalResourceName: '*',
  EvalDecision: 'implicitDeny',
  MissingContextValues: ['aws:of-the-whole'],
}
const decision = {
  action: 's3:GetObject',
  resource: '*',
  decision: 'implicitDeny',
  missingContext: ['aws:of-the-whole'],
  allowedByOrganization: true,
  allowedByBoundary: true,
}

describe('describeDecisions', () => {
  it('takes the whole where IAM tells of no single resource', () => {
    expect(describeDecisions(whole)).toEqual([decision])
  })

  it('takes the part of each resource where there are some', () => {
    const ResourceSpecificResults: EvaluationResult['ResourceSpecificResults'] = [
      { EvalResourceName: 'one', EvalResourceDecision: 'allowed', MissingContextValues: ['aws:of-one'] },
      {
        EvalResourceName: 'two',
        EvalResourceDecision: 'explicitDeny',
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
      },
    ]
    expect(describeDecisions({ ...whole, ResourceSpecificResults })).toEqual([
      { ...decision, resource: 'one', decision: 'allowed', missingContext: ['aws:of-one'] },
      { ...decision, resource: 'two', decision: 'explicitDeny', allowedByBoundary: false },
    ])
  })

  it('says what of the boundary and of the organization refuses', () => {
    const refused: EvaluationResult = {
      ...whole,
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    }
    expect(describeDecisions(refused)).toEqual([
      { ...decision, allowedByOrganization: false, allowedByBoundary: false },
    ])
  })
})
