import { describe, expect, it } from 'vitest'
import { sampleContext } from '../../test/support/sample-config.js'
import { buildMayPass, rolesPassableBy } from './may-pass.js'

const context = sampleContext({
  security_profiles: { 'enterprise-12': { service_roles: ['jobs', 'more_jobs', 'mixed'] } },
  service_roles: {
    more_jobs: { service: 'sagemaker.amazonaws.com', passable_by: ['others', 'people'] },
    jobs: { service: 'sagemaker', passable_by: ['people'] },
    mixed: { service: ['lambda', 'glue'], passable_by: ['people'] },
    off: { service: 'glue', passable_by: ['people'] },
  },
})
const arnOf = (name: string) => `arn:aws:iam::011122223333:role/techcorp-dev-a001-role-${name}`

describe('buildMayPass', () => {
  it('grants one statement for each set of services, on exactly its roles', () => {
    expect(buildMayPass('people', context).map(({ statement }) => statement)).toEqual([
      {
        Sid: 'MayPassToSagemaker',
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: [arnOf('jobs'), arnOf('more-jobs')],
        Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
      },
      {
        Sid: 'MayPassToGlueAndLambda',
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: [arnOf('mixed')],
        Condition: {
          StringEquals: { 'iam:PassedToService': ['glue.amazonaws.com', 'lambda.amazonaws.com'] },
        },
      },
    ])
  })

  it('points at the line of passable_by that names the entry', () => {
    const [statement] = buildMayPass('others', context)
    const path = ['security', 'service_roles', 'more_jobs', 'passable_by', 0]
    expect(statement?.origin).toEqual({ kind: 'config', path })
  })

  it('grants nothing to who is named nowhere', () => expect(buildMayPass('nobody', context)).toEqual([]))
})

it('tells names and services of what an entry may pass', () => {
  expect(rolesPassableBy('others', context)).toEqual([
    { roleName: 'techcorp-dev-a001-role-more-jobs', services: ['sagemaker.amazonaws.com'] },
  ])
})
