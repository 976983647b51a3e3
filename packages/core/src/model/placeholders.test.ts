import { describe, expect, it } from 'vitest'
import { sampleIdentity } from '../../test/support/sample-model.js'
import { resolverFor } from './placeholders.js'

const literal = resolverFor(sampleIdentity, false)
const portable = resolverFor(sampleIdentity, true)

describe('text', () => {
  it.each([
    { text: '${prefix}-*', resolved: 'edge-prod-b001-*' },
    { text: '${company_prefix}/${env}/${tenant_id}', resolved: 'edge/prod/b001' },
    { text: '${prefix_underscore}_x', resolved: 'edge_prod_b001_x' },
    {
      text: 'arn:${partition}:sqs:${region}:${account_id}:q',
      resolved: 'arn:aws:sqs:us-west-1:123456789012:q',
    },
    { text: 'no placeholder', resolved: 'no placeholder' },
    { text: '', resolved: '' },
  ])('fills in $text', ({ text, resolved }) => expect(literal.text(text)).toBe(resolved))

  it.each([
    '${aws:username}',
    "${aws:PrincipalTag/team, 'none'}",
    '${*}',
    '${',
    '${prefix',
    '$prefix',
    '${toString}',
    '${Prefix}',
  ])('leaves %s as it is', (text) => expect(literal.text(text)).toBe(text))

  it('fills in what stands beside a variable of IAM', () => {
    expect(literal.text('${aws:username}/${prefix}/${$}${env}')).toBe(
      '${aws:username}/edge-prod-b001/${$}prod',
    )
    expect(literal.text('${${env}}')).toBe('${prod}')
  })

  it('leaves account, region and partition to CloudFormation in a portable template', () => {
    expect(portable.text('arn:${partition}:sqs:${region}:${account_id}:${prefix}')).toBe(
      'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:edge-prod-b001',
    )
  })
})

describe('statement', () => {
  it('fills in every text, condition keys too, and leaves out what only people read', () => {
    const written = {
      Sid: 'Tagged',
      reason: 'for ${prefix}',
      suppress: [{ rule: 'open-resource', reason: 'x' }],
      part: 1,
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: ['arn:${partition}:s3:::${prefix}-*'],
      Condition: { StringEquals: { 'aws:ResourceTag/${prefix}': ['${env}', '${aws:username}'] } },
    } as const
    expect(literal.statement(written)).toStrictEqual({
      Sid: 'Tagged',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: ['arn:aws:s3:::edge-prod-b001-*'],
      Condition: { StringEquals: { 'aws:ResourceTag/edge-prod-b001': ['prod', '${aws:username}'] } },
    })
  })
})

describe('iamArn', () => {
  const own = 'arn:aws:iam::123456789012:role/x'

  it('keeps an ARN in a literal template', () => expect(literal.iamArn(own)).toBe(own))

  it.each([
    { arn: own, resolved: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/x' },
    { arn: 'arn:aws:iam::aws:policy/X', resolved: 'arn:${AWS::Partition}:iam::aws:policy/X' },
    { arn: 'arn:aws:iam::444455556666:role/x', resolved: 'arn:${AWS::Partition}:iam::444455556666:role/x' },
    { arn: 'arn:aws:s3:::bucket', resolved: 'arn:aws:s3:::bucket' },
  ])('makes $arn portable', ({ arn, resolved }) => expect(portable.iamArn(arn)).toBe(resolved))
})
