import { describe, expect, it } from 'vitest'
import { sampleContext } from '../../../test/support/sample-config.js'
import { buildServiceTrust } from './service-trust.js'

const path = ['security', 'service_roles', 'role', 'service']
const trustOf = (...services: string[]) =>
  buildServiceTrust(
    services.map((name) => `${name}.amazonaws.com`),
    path,
    sampleContext(),
  ).map(({ statement }) => statement)
const account = { 'aws:SourceAccount': '011122223333' }
const arnOf = (service: string, resource: string) => `arn:aws:${service}:us-west-1:011122223333:${resource}`

describe('the trust of a service', () => {
  it.each([
    { service: 'sagemaker', sourceArn: arnOf('sagemaker', '*') },
    { service: 'codebuild', sourceArn: arnOf('codebuild', 'project/techcorp-dev-a001-*') },
    { service: 'states', sourceArn: arnOf('states', 'stateMachine:*') },
    { service: 'events', sourceArn: arnOf('events', 'rule/*') },
    { service: 'scheduler', sourceArn: arnOf('scheduler', 'schedule-group/*') },
    { service: 'bedrock', sourceArn: arnOf('bedrock', '*') },
    { service: 'ecs-tasks', sourceArn: arnOf('ecs', '*') },
  ])('tests account and source of $service', ({ service, sourceArn }) => {
    const [statement] = trustOf(service)
    expect(statement?.Principal).toEqual({ Service: `${service}.amazonaws.com` })
    expect(statement?.Condition).toEqual({ StringEquals: account, ArnLike: { 'aws:SourceArn': sourceArn } })
  })

  it('tests the account alone where no source ARN is documented', () => {
    expect(trustOf('codepipeline')[0]?.Condition).toEqual({ StringEquals: account })
  })

  it.each(['lambda', 'glue', 'never-heard-of'])('uses the form that cannot break for %s', (service) => {
    expect(trustOf(service)[0]?.Condition).toEqual({ StringEqualsIfExists: account })
  })

  it('has a statement for each service, so that a condition holds for its principal alone', () => {
    const statements = trustOf('glue', 'sagemaker')
    expect(statements.map(({ Sid }) => Sid)).toEqual(['Glue', 'Sagemaker'])
    expect(statements.map(({ Action }) => Action)).toEqual([
      ['sts:AssumeRole'],
      ['sts:AssumeRole', 'sts:SetSourceIdentity'],
    ])
  })
})
