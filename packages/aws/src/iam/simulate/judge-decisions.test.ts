import { describe, expect, it } from 'vitest'
import type { SimulatedDecision } from '../ports.js'
import { judgeDecisions } from './judge-decisions.js'

const asked = { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::b/k'] }
const answer = (differing: Partial<SimulatedDecision>): SimulatedDecision => ({
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
  decision: 'allowed',
  missingContext: [],
  allowedByOrganization: true,
  allowedByBoundary: true,
  ...differing,
})
const refusal = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', decision: 'implicitDeny' }

describe('judgeDecisions', () => {
  it.each([
    { name: 'allowed', of: answer({}) },
    { name: 'allowed, in another spelling of the action', of: answer({ action: 'S3:getobject' }) },
    {
      name: 'allowed although keys of other policies are missing',
      of: answer({ missingContext: ['aws:x'] }),
    },
  ])('accepts: $name', ({ of }) => expect(judgeDecisions(asked, [of])).toEqual({ kind: 'allowed' }))

  it.each<{ name: string; of: SimulatedDecision; by: string; decision?: string }>([
    { name: 'nothing allows it', of: answer({ decision: 'implicitDeny' }), by: 'identity-policies' },
    {
      name: 'nothing allows it, and keys of other statements are missing',
      of: answer({ decision: 'implicitDeny', missingContext: ['aws:x'] }),
      by: 'identity-policies',
    },
    {
      name: 'a statement denies it',
      of: answer({ decision: 'explicitDeny' }),
      by: 'identity-policies',
      decision: 'explicitDeny',
    },
    {
      name: 'the boundary',
      of: answer({ decision: 'implicitDeny', allowedByBoundary: false }),
      by: 'permissions-boundary',
    },
    {
      name: 'the organization, and so the boundary was not asked',
      of: answer({ decision: 'implicitDeny', allowedByOrganization: false, allowedByBoundary: false }),
      by: 'organization',
    },
  ])('refuses: $name', ({ of, by, decision = 'implicitDeny' }) => {
    const refusals = [{ ...refusal, decision, by }]
    expect(judgeDecisions(asked, [of])).toEqual({ kind: 'denied', refusals })
  })

  it.each<{ name: string; of: readonly SimulatedDecision[]; reason: string }>([
    {
      name: 'a key of the statement is missing',
      of: [answer({ decision: 'implicitDeny', missingContext: ['AWS:MultiFactorAuthPresent', 'aws:x'] })],
      reason: 'the simulator had no value for AWS:MultiFactorAuthPresent',
    },
    {
      name: 'a key of a denying statement is missing',
      of: [answer({ decision: 'explicitDeny', missingContext: ['aws:x'] })],
      reason: 'the simulator had no value for aws:x',
    },
    {
      name: 'there is no answer',
      of: [],
      reason: 'the simulator did not answer for s3:getobject on arn:aws:s3:::b/k',
    },
  ])('does not judge where $name', ({ of, reason }) => {
    const withKeys = { ...asked, conditionKeys: ['aws:MultiFactorAuthPresent'] }
    expect(judgeDecisions(withKeys, of)).toEqual({ kind: 'not-checked', reason })
  })

  it('names every refusal and not what was allowed', () => {
    const both = { actions: ['a:B', 's3:GetObject'], resources: ['arn:aws:s3:::b/k', 'r'] }
    const decisions = [
      answer({ action: 'a:B' }),
      answer({ decision: 'implicitDeny' }),
      answer({ resource: 'r', decision: 'implicitDeny' }),
    ]
    const verdict = judgeDecisions(both, decisions)
    expect(verdict).toMatchObject({ refusals: [refusal, { ...refusal, resource: 'r' }] })
  })
})
