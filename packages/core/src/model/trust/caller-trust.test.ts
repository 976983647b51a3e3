import { describe, expect, it } from 'vitest'
import { sampleContext } from '../../../test/support/sample-config.js'
import type { AssumableRoleConfig } from '../build-context.js'
import { buildCallerTrust } from './caller-trust.js'

const path = ['security', 'assumable_roles', 'role', 'assumable_by']
const user = (name: string) => `arn:aws:iam::011122223333:user/${name}`

function trustOf(role: Partial<AssumableRoleConfig>, env: 'dev' | 'prod' = 'dev') {
  const whole = { assumable_by: ['people'], require_mfa: false, ...role }
  return buildCallerTrust(whole, path, sampleContext({}, { env })).map(({ statement }) => statement)
}

describe('who may assume', () => {
  it('is the account, narrowed to its IAM users: no role session, and so no chaining', () => {
    expect(trustOf({})).toEqual([
      {
        Sid: 'Users',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::011122223333:root' },
        Action: ['sts:AssumeRole'],
        Condition: { ArnLike: { 'aws:PrincipalArn': [user('*')] } },
      },
    ])
  })

  it.each([
    { callers: { users: ['alice', 'bob'] }, arns: ['alice', '*/alice', 'bob', '*/bob'] },
    { callers: { path: '/ml/' }, arns: ['ml/*'] },
    { callers: { path: '/ml/', users: ['alice'] }, arns: ['ml/alice', 'ml/*/alice'] },
  ])('is narrowed by $callers', ({ callers, arns }) => {
    const [statement] = trustOf({ callers })
    expect(statement?.Condition?.ArnLike).toEqual({ 'aws:PrincipalArn': arns.map(user) })
  })

  it('is narrowed by a tag of the user', () => {
    const [statement] = trustOf({ callers: { tag: { key: 'team', value: 'ml' } } })
    expect(statement?.Condition?.StringEquals).toEqual({ 'aws:PrincipalTag/team': 'ml' })
  })

  it('is opened to roles by a statement of their own', () => {
    const roles = ['arn:aws:iam::011122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ml_*']
    const [, statement] = trustOf({ callers: { users: ['alice'], tag: { key: 'a', value: 'b' }, roles } })
    expect(statement).toMatchObject({ Sid: 'Roles', Condition: { ArnLike: { 'aws:PrincipalArn': roles } } })
    expect(statement?.Condition).not.toHaveProperty('StringEquals')
  })
})

describe('MFA', () => {
  const mfa = { 'aws:MultiFactorAuthPresent': 'true' }
  it.each([
    { what: 'an elevation role', role: { require_mfa: undefined }, env: 'dev', Bool: mfa },
    {
      what: 'a mirror in dev',
      role: { require_mfa: undefined, mirrors_group: 'g' },
      env: 'dev',
      Bool: undefined,
    },
    {
      what: 'a mirror in prod',
      role: { require_mfa: undefined, mirrors_group: 'g' },
      env: 'prod',
      Bool: mfa,
    },
    { what: 'a role that says no', role: { require_mfa: false }, env: 'prod', Bool: undefined },
    { what: 'a role that says yes', role: { require_mfa: true, mirrors_group: 'g' }, env: 'dev', Bool: mfa },
  ] as const)('of $what', ({ role, env, Bool }) => {
    const { require_mfa, ...rest } = role
    const [statement] = buildCallerTrust(
      { assumable_by: ['people'], ...rest, ...(require_mfa !== undefined && { require_mfa }) },
      path,
      sampleContext({}, { env }),
    )
    expect(statement?.statement.Condition?.Bool).toEqual(Bool)
  })

  it('has an age in seconds, which implies it', () => {
    const trust = buildCallerTrust(
      { assumable_by: ['p'], mirrors_group: 'g', mfa_max_age_seconds: 900 },
      path,
      sampleContext(),
    )
    expect(trust[0]?.statement.Condition).toMatchObject({
      Bool: mfa,
      NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
    })
  })

  it('is never tested by an IfExists form', () => {
    expect(JSON.stringify(trustOf({ require_mfa: true, mfa_max_age_seconds: 900 }))).not.toContain('IfExists')
  })
})

it('asks for the source identity on the side of the role', () => {
  expect(trustOf({ require_source_identity: true })).toMatchObject([
    {
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
      Condition: { StringEquals: { 'sts:SourceIdentity': '${aws:username}' } },
    },
  ])
})
