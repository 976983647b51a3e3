import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { managedPolicyLines } from '../generated/managed-policies.generated.js'
import { findManagedPolicy, managedPoliciesDate } from './managed-policies.js'

describe('findManagedPolicy', () => {
  it.each([
    { name: 'a name', asked: 'CloudWatchLogsReadOnlyAccess', suffix: 'CloudWatchLogsReadOnlyAccess' },
    { name: 'a job function', asked: 'job-function/SupportUser', suffix: 'job-function/SupportUser' },
    {
      name: 'a service role',
      asked: 'service-role/AWSGlueServiceRole',
      suffix: 'service-role/AWSGlueServiceRole',
    },
    { name: 'a full ARN', asked: 'arn:aws:iam::aws:policy/ReadOnlyAccess', suffix: 'ReadOnlyAccess' },
  ])('knows $name', ({ asked, suffix }) =>
    expect(findManagedPolicy(asked, 'aws')).toStrictEqual({
      arn: `arn:aws:iam::aws:policy/${suffix}`,
      isKnown: true,
    }),
  )

  it('completes a name in the partition of the config', () =>
    expect(findManagedPolicy('SecurityAudit', 'aws-cn').arn).toBe('arn:aws-cn:iam::aws:policy/SecurityAudit'))

  it('leaves the partition of an ARN alone', () =>
    expect(findManagedPolicy('arn:aws-us-gov:iam::aws:policy/SecurityAudit', 'aws')).toStrictEqual({
      arn: 'arn:aws-us-gov:iam::aws:policy/SecurityAudit',
      isKnown: true,
    }))

  it.each([
    { name: 'a misspelt name', asked: 'CloudWatchLogReadOnlyAcces', nearest: 'CloudWatchLogsReadOnlyAccess' },
    { name: 'a name in the wrong case', asked: 'readonlyaccess', nearest: 'ReadOnlyAccess' },
    { name: 'a name without its path', asked: 'SupportUser', nearest: 'job-function/SupportUser' },
    {
      name: 'a name under the wrong path',
      asked: 'service-role/SupportUser',
      nearest: 'job-function/SupportUser',
    },
    { name: 'a misspelt name under a path', asked: 'SuportUser', nearest: 'job-function/SupportUser' },
    {
      name: 'a misspelt ARN, as an ARN',
      asked: 'arn:aws:iam::aws:policy/SecurityAudits',
      nearest: 'arn:aws:iam::aws:policy/SecurityAudit',
    },
    { name: 'nothing near', asked: 'OurVeryOwnThingThatNobodyElseHas', nearest: undefined },
  ])('does not know $name', ({ asked, nearest }) => {
    const found = findManagedPolicy(asked, 'aws')
    expect(found.isKnown).toBe(false)
    expect(found.nearest).toBe(nearest)
  })

  it.each([
    { asked: 'arn:aws:iam::123456789012:policy/our-boundary', isKnown: true },
    { asked: 'arn:aws:iam::123456789012:policy/team/our-boundary', isKnown: true },
    { asked: 'arn:aws:iam::123456789012:role/our-boundary', isKnown: false },
    { asked: 'arn:aws:s3:::bucket', isKnown: false },
  ])('passes a customer managed policy through, and no other ARN: $asked', ({ asked, isKnown }) =>
    expect(findManagedPolicy(asked, 'aws')).toStrictEqual({ arn: asked, isKnown }),
  )
})

describe('the generated list', () => {
  const text = readFileSync(new URL('../generated/managed-policies.generated.ts', import.meta.url), 'utf8')
  const suffixes = managedPolicyLines.trim().split('\n')

  it('says what it comes from, when, and how it is renewed', () => {
    expect(text).toMatch(/Generated from moto .* by `npm run generate`; do not edit/)
    expect(text).toContain('Apache-2.0')
    expect(managedPoliciesDate).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  it('has every policy of AWS, once, sorted', () => {
    expect(suffixes.length).toBeGreaterThanOrEqual(1582)
    expect(suffixes).toEqual([...new Set(suffixes)].sort())
  })

  it('has no two policies of one name', () => {
    const names = suffixes.map((suffix) => suffix.replace(/.*\//, '').toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })

  it('has the policies that the shipped estates use', () => {
    const used = [
      'AWSBillingReadOnlyAccess',
      'AdministratorAccess',
      'CloudWatchLogsReadOnlyAccess',
      'ComputeOptimizerReadOnlyAccess',
      'ReadOnlyAccess',
      'SecurityAudit',
    ]
    expect(used.filter((name) => !suffixes.includes(name))).toEqual([])
  })
})
