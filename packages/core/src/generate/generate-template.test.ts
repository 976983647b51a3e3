import { describe, expect, it } from 'vitest'
import { sampleIdentity, sampleModel, sampleRole } from '../../test/support/sample-model.js'
import { generateTemplate } from './generate-template.js'

describe('generateTemplate', () => {
  const template = generateTemplate(sampleModel())

  it('has an output for the ARN of every resource, under its logical id and Arn', () => {
    const keys = Object.keys(template.Resources).map((id) => `${id}Arn`)
    expect(Object.keys(template.Outputs)).toEqual(keys)
  })

  it('asks a policy for its Ref and a group or role for its Arn', () => {
    expect(template.Outputs.PolicyS3Level1ReadOnlyArn?.Value).toEqual({ Ref: 'PolicyS3Level1ReadOnly' })
    expect(template.Outputs.GroupQaTestingArn?.Value).toEqual({ 'Fn::GetAtt': ['GroupQaTesting', 'Arn'] })
  })

  it('sets no path anywhere, and tags on roles alone', () => {
    for (const { Type, Properties } of Object.values(template.Resources)) {
      expect(Object.keys(Properties)).not.toContain('Path')
      expect('Tags' in Properties).toBe(Type === 'AWS::IAM::Role')
    }
  })

  it('leaves out what a role does not have', () => {
    const bare = sampleRole('bare', { description: '' })
    const { Properties } = generateTemplate(sampleModel({ roles: [bare], tags: {} })).Resources.RoleBare ?? {}
    expect(Object.keys(Properties ?? {})).toEqual([
      'RoleName',
      'AssumeRolePolicyDocument',
      'MaxSessionDuration',
      'ManagedPolicyArns',
    ])
  })

  it('writes the boundary of a role', () => {
    const permissionsBoundary = `arn:aws:iam::${sampleIdentity.accountId}:policy/limit`
    const { roles } = sampleModel({ roles: [sampleRole('limited', { permissionsBoundary })] })
    const { RoleLimited } = generateTemplate(sampleModel({ roles })).Resources
    expect(RoleLimited?.Properties.PermissionsBoundary).toBe(permissionsBoundary)
  })
})
