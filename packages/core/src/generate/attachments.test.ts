import { expect, it } from 'vitest'
import {
  attachedAwsPolicy,
  attachedPolicy,
  sampleGroup,
  sampleInlinePolicy,
  samplePolicy,
} from '../../test/support/sample-model.js'
import { attachedPolicies, inlinePolicies } from './attachments.js'
import { plainRendering, substituted } from './references.js'

const plain = plainRendering({ portable: false })

it('refers to the policies of the stack and names those of AWS', () => {
  const group = sampleGroup('people', {
    attachments: [attachedPolicy(samplePolicy('s3-level1')), attachedAwsPolicy('SecurityAudit')],
  })
  expect(attachedPolicies(group, plain)).toEqual({
    ManagedPolicyArns: [{ Ref: 'PolicyS3Level1' }, 'arn:aws:iam::aws:policy/SecurityAudit'],
  })
})

it('leaves the partition of AWS policies to CloudFormation in a portable template', () => {
  const arn = 'arn:${AWS::Partition}:iam::aws:policy/SecurityAudit'
  const group = sampleGroup('people', { attachments: [{ kind: 'aws', arn, path: [] }] })
  expect(attachedPolicies(group, substituted)).toEqual({ ManagedPolicyArns: [{ 'Fn::Sub': arn }] })
})

it('declares an empty list, so that a policy attached by hand is drift', () => {
  expect(attachedPolicies(sampleGroup('people'), plain)).toEqual({ ManagedPolicyArns: [] })
})

it('writes inline policies where there are some, and no key otherwise', () => {
  const group = sampleGroup('people', { inlinePolicies: [sampleInlinePolicy('own')] })
  expect(inlinePolicies(group, plain)).toMatchObject({
    Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17' } }],
  })
  expect(inlinePolicies(sampleGroup('people'), plain)).toEqual({})
})
