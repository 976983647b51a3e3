import { describe, expect, it } from 'vitest'
import { sampleConfig, sampleTemplate } from '../../test/support/sample-config.js'
import type { SecConfig } from '../config/schema/sec-config.js'
import { buildModel } from './build-model.js'

const templates = [sampleTemplate()]
const assigned = { policy_assignments: { queue: 'level1' } }

describe('the estate', () => {
  it('shares a level between groups and roles; who asked first is its cause', () => {
    const config = sampleConfig({
      iam_groups: { b_group: assigned, a_group: assigned },
      service_roles: { jobs: { service: 'lambda', ...assigned } },
    })
    const { policies, groups, roles } = buildModel(config, templates)
    expect(policies).toHaveLength(1)
    expect(policies[0]?.path).toEqual(['security', 'iam_groups', 'a_group', 'policy_assignments', 'queue'])
    for (const { attachments } of [...groups, ...roles])
      expect(attachments).toMatchObject([{ logicalId: 'PolicyQueueLevel1Read' }])
  })

  it('mirrors a group: its permissions and what it may pass, not what it may assume', () => {
    const config = sampleConfig({
      iam_groups: {
        people: { ...assigned, managed_policies: ['SecurityAudit'], assumable_roles: ['mirror'] },
      },
      service_roles: { jobs: { service: 'lambda', passable_by: ['people'] } },
      assumable_roles: { mirror: { mirrors_group: 'people', assumable_by: ['people'] } },
    })
    const { policies, roles } = buildModel(config, templates)
    const mirror = roles.find(({ configName }) => configName === 'mirror')
    expect(mirror).toMatchObject({ kind: 'cross-function', mirrorsGroup: 'people' })
    expect(mirror?.mayPass).toMatchObject([{ roleName: 'techcorp-dev-a001-role-jobs' }])
    expect(mirror?.attachments.map((one) => (one.kind === 'stack' ? one.logicalId : one.arn))).toEqual([
      'PolicyQueueLevel1Read',
      'PolicyRoleMirror',
      'arn:aws:iam::aws:policy/SecurityAudit',
    ])
    const own = policies.find(({ logicalId }) => logicalId === 'PolicyRoleMirror')
    expect(own?.statements.map(({ statement }) => statement.Sid)).toEqual(['MayPassToLambda'])
  })

  it('gives a role its own boundary, else the one of all, else none', () => {
    const service_roles = {
      a: { service: 'lambda' },
      b: { service: 'lambda', permissions_boundary: 'PowerUserAccess' },
    }
    const boundaries = (security: Partial<SecConfig['security']>) =>
      buildModel(sampleConfig({ service_roles, ...security }), []).roles.map(
        (role) => role.permissionsBoundary,
      )
    const aws = 'arn:aws:iam::aws:policy/PowerUserAccess'
    expect(boundaries({})).toEqual([undefined, aws])
    expect(boundaries({ permissions_boundary: 'all' })).toEqual(['arn:aws:iam::011122223333:policy/all', aws])
  })
})

describe('defaults', () => {
  it.each([
    { env: 'prod', terminationProtection: true },
    { env: 'staging', terminationProtection: false },
  ] as const)(
    'protect the stack against deletion in $env: $terminationProtection',
    ({ env, terminationProtection }) => {
      expect(buildModel(sampleConfig({}, env), []).deployment.terminationProtection).toBe(
        terminationProtection,
      )
    },
  )

  it('are the quotas of AWS, unless the account has more', () => {
    const config = sampleConfig()
    const deployment = {
      ...config.deployment,
      quotas: { attached_policies_per_role: 20 },
    } as SecConfig['deployment']
    expect(buildModel(config, []).deployment.quotas.attachedPoliciesPerRole).toBe(10)
    expect(buildModel({ ...config, deployment } as SecConfig, []).deployment.quotas).toEqual({
      attachedPoliciesPerRole: 20,
      trustPolicyCharacters: 2048,
      groupsPerAccount: 300,
    })
  })

  it('are sessions of one hour', () => {
    const { roles } = buildModel(sampleConfig({ service_roles: { jobs: { service: 'lambda' } } }), [])
    expect(roles[0]?.maxSessionSeconds).toBe(3600)
  })
})

it('says who and where the estate is', () => {
  expect(buildModel(sampleConfig(), []).identity).toMatchObject({
    prefix: 'techcorp-dev-a001',
    stem: 'techcorp-dev-a001-us-west-1-enterprise-sec',
    stackName: 'techcorp-dev-a001-us-west-1-enterprise-sec-stack',
    partition: 'aws',
  })
})
