import { describe, expect, it } from 'vitest'
import { sampleContext } from '../../../test/support/sample-config.js'
import type { CrossAccountRoleConfig } from '../build-context.js'
import { buildAccountTrust } from './account-trust.js'

const path = ['security', 'cross_account_roles', 'role']
const trustOf = (role: CrossAccountRoleConfig) => buildAccountTrust(role, path, sampleContext())
const release = 'arn:aws:iam::444455556666:role/release'

describe('the trust for other accounts', () => {
  it('names accounts by their roots and narrows them by patterns', () => {
    const patterns = ['arn:aws:iam::444455556666:role/ci-*']
    const trust = trustOf({
      trusted_accounts: ['444455556666'],
      principal_patterns: patterns,
      external_id: '0123456789abcdef',
    })
    expect(trust).toEqual([
      {
        statement: {
          Sid: 'OtherAccounts',
          Effect: 'Allow',
          Principal: { AWS: ['arn:aws:iam::444455556666:root'] },
          Action: ['sts:AssumeRole'],
          Condition: {
            StringEquals: { 'sts:ExternalId': '0123456789abcdef' },
            ArnLike: { 'aws:PrincipalArn': patterns },
          },
        },
        origin: { kind: 'config', path: [...path, 'trusted_accounts'] },
      },
    ])
  })

  it('names roles exactly, by organization and external id', () => {
    const [trust] = trustOf({
      trusted_principals: [release],
      external_id: '0123456789abcdef',
      organization_id: 'o-a1b2c3d4e5',
    })
    expect(trust?.statement.Principal).toEqual({ AWS: [release] })
    expect(trust?.statement.Condition).toEqual({
      StringEquals: { 'sts:ExternalId': '0123456789abcdef', 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
    })
    expect(trust?.origin.path).toEqual([...path, 'trusted_principals'])
  })

  it('lets the same callers send the listed tags, and no one else', () => {
    const [, tags] = trustOf({
      trusted_principals: [release],
      organization_id: 'o-a1b2c3d4e5',
      session_tags: ['project', 'team'],
    })
    expect(tags?.statement).toEqual({
      Sid: 'SessionTags',
      Effect: 'Allow',
      Principal: { AWS: [release] },
      Action: ['sts:TagSession'],
      Condition: {
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['project', 'team'] },
        StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      },
    })
  })

  it('grants no tagging unless tags are listed', () => {
    expect(JSON.stringify(trustOf({ trusted_principals: [release], external_id: 'x' }))).not.toContain(
      'TagSession',
    )
  })
})
