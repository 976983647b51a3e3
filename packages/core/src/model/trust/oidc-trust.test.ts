import { describe, expect, it } from 'vitest'
import { sampleContext } from '../../../test/support/sample-config.js'
import { buildOidcTrust } from './oidc-trust.js'

const path = ['security', 'cross_account_roles', 'role', 'oidc']
const host = 'token.actions.githubusercontent.com'
const trustOf = (subjects: string[], claims: object = {}) =>
  buildOidcTrust(
    { provider: `https://${host}`, audience: 'sts.amazonaws.com', subjects, ...claims },
    path,
    sampleContext(),
  ).map(({ statement }) => statement)

const main = 'repo:techcorp/models:ref:refs/heads/main'
const tags = 'repo:techcorp/models:ref:refs/tags/v*'
const aud = { [`${host}:aud`]: 'sts.amazonaws.com' }

describe('the trust for tokens of a provider', () => {
  it('tests audience and exact subjects by StringEquals', () => {
    expect(trustOf([main])).toEqual([
      {
        Sid: 'OidcExact',
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::011122223333:oidc-provider/${host}` },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: { StringEquals: { ...aud, [`${host}:sub`]: [main] } },
      },
    ])
  })

  it('tests patterns by StringLike, the audience still exactly', () => {
    expect(trustOf([tags])[0]?.Condition).toEqual({
      StringEquals: aud,
      StringLike: { [`${host}:sub`]: [tags] },
    })
  })

  it('keeps exact subjects and patterns apart, since both would have to hold', () => {
    expect(trustOf([tags, main]).map(({ Sid }) => Sid)).toEqual(['OidcExact', 'OidcPatterns'])
  })

  it('narrows every statement by further claims', () => {
    const claims = { repository_id: '1', environment: 'production', job_workflow_ref: 'w' }
    for (const { Condition } of trustOf([tags, main], claims))
      expect(Condition?.StringEquals).toMatchObject({
        [`${host}:repository_id`]: '1',
        [`${host}:environment`]: 'production',
        [`${host}:job_workflow_ref`]: 'w',
      })
  })
})
