import { describe, expect, it } from 'vitest'
import { closedTrust } from './closed-trust.js'

const statement = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' } as const
const never = { 'aws:CurrentTime': '1970-01-01T00:00:00Z' }

describe('a trust statement asks for what nobody meets', () => {
  it.each([
    { name: 'alone', before: undefined, after: { DateLessThan: never } },
    {
      name: 'beside other tests',
      before: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      after: { Bool: { 'aws:MultiFactorAuthPresent': 'true' }, DateLessThan: never },
    },
    {
      name: 'beside another date',
      before: { DateLessThan: { 'aws:TokenIssueTime': '2030-01-01T00:00:00Z' } },
      after: { DateLessThan: { 'aws:TokenIssueTime': '2030-01-01T00:00:00Z', ...never } },
    },
    {
      name: 'in the place of the same key, whose values would be alternatives',
      before: { DateLessThan: { 'AWS:currenttime': '2030-01-01T00:00:00Z' } },
      after: { DateLessThan: never },
    },
  ])('$name', ({ before, after }) => {
    const closed = closedTrust({ ...statement, ...(before && { Condition: before }) })
    expect(closed).toEqual({ ...statement, Condition: after })
  })

  it('but not in a refusal, which would refuse nobody', () => {
    const refusal = { ...statement, Effect: 'Deny' } as const
    expect(closedTrust(refusal)).toBe(refusal)
  })
})
