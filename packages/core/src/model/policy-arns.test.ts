import { describe, expect, it } from 'vitest'
import { sampleContext } from '../../test/support/sample-config.js'
import { boundaryArn, managedPolicyArn } from './policy-arns.js'

const literal = sampleContext()
const portable = sampleContext({}, { portable: true })

describe('managedPolicyArn', () => {
  it.each([
    { name: 'SecurityAudit', arn: 'arn:aws:iam::aws:policy/SecurityAudit' },
    { name: 'job-function/SupportUser', arn: 'arn:aws:iam::aws:policy/job-function/SupportUser' },
    { name: 'NewerThanTheList', arn: 'arn:aws:iam::aws:policy/NewerThanTheList' },
    { name: 'arn:aws:iam::011122223333:policy/own', arn: 'arn:aws:iam::011122223333:policy/own' },
  ])('knows $name', ({ name, arn }) => expect(managedPolicyArn(name, literal)).toBe(arn))

  it('is portable where the template is', () => {
    expect(managedPolicyArn('SecurityAudit', portable)).toBe(
      'arn:${AWS::Partition}:iam::aws:policy/SecurityAudit',
    )
  })
})

describe('boundaryArn', () => {
  it.each([
    {
      what: 'a policy of this account',
      name: 'ml-boundary',
      arn: 'arn:aws:iam::011122223333:policy/ml-boundary',
    },
    { what: 'a policy of AWS', name: 'PowerUserAccess', arn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
    {
      what: 'an ARN',
      name: 'arn:aws:iam::011122223333:policy/a/b',
      arn: 'arn:aws:iam::011122223333:policy/a/b',
    },
  ])('knows $what', ({ name, arn }) => expect(boundaryArn(name, literal)).toBe(arn))

  it.each(['ml-boundary', 'arn:aws:iam::011122223333:policy/ml-boundary'])('is portable for %s', (name) => {
    expect(boundaryArn(name, portable)).toBe(
      'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/ml-boundary',
    )
  })
})
