import { describe, expect, it } from 'vitest'
import { sampleModel } from '../../test/support/sample-model.js'
import { plainRendering, rendered, roleIdsByArn, substituted, withReferences } from './references.js'

describe('substituted', () => {
  it.each([
    { text: 'arn:aws:s3:::bucket', value: 'arn:aws:s3:::bucket' },
    { text: 'home/${aws:username}/*', value: 'home/${aws:username}/*' },
    { text: '${AWS::Region}', value: { 'Fn::Sub': '${AWS::Region}' } },
    {
      text: 'arn:${AWS::Partition}:s3:::${aws:username}/${*}${?}${$}',
      value: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${!aws:username}/${!*}${!?}${!$}' },
    },
    {
      text: '${sagemaker:DomainId}/${AWS::AccountId}',
      value: { 'Fn::Sub': '${!sagemaker:DomainId}/${AWS::AccountId}' },
    },
    {
      text: "${aws:PrincipalTag/team, 'none'}-${AWS::Region}",
      value: { 'Fn::Sub': "${!aws:PrincipalTag/team, 'none'}-${AWS::Region}" },
    },
  ])('makes of $text what CloudFormation turns into the text that is meant', ({ text, value }) => {
    expect(substituted(text)).toEqual(value)
  })

  it('is not done in a literal template', () => {
    expect(plainRendering({ portable: false })('${AWS::Region}')).toBe('${AWS::Region}')
    expect(plainRendering({ portable: true })('${AWS::Region}')).toEqual({ 'Fn::Sub': '${AWS::Region}' })
  })
})

describe('withReferences', () => {
  const [service, mirror] = sampleModel().roles
  const arnOf = (name = '') => `arn:aws:iam::123456789012:role/${name}`
  const services = roleIdsByArn(sampleModel(), (kind) => kind === 'service')
  const render = withReferences(services, (text) => text)

  it('turns the ARN of a wanted role into a reference', () => {
    expect(render(arnOf(service?.roleName))).toEqual({ 'Fn::GetAtt': [service?.logicalId, 'Arn'] })
  })

  it.each([
    { what: 'a role of another kind', text: arnOf(mirror?.roleName) },
    { what: 'a pattern', text: `${arnOf(service?.roleName)}*` },
    { what: 'another text', text: 'sts:AssumeRole' },
  ])('leaves $what', ({ text }) => expect(render(text)).toBe(text))

  it('knows the ARNs of a portable model', () => {
    const ids = roleIdsByArn(sampleModel({ portable: true }), () => true)
    expect([...ids.keys()][0]).toBe(
      `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${service?.roleName}`,
    )
  })
})

it('renders texts at any depth, and no keys', () => {
  const value = { a: ['x', { x: 'x' }], n: 1, b: true }
  expect(rendered(value, (text) => `<${text}>`)).toEqual({ a: ['<x>', { x: '<x>' }], n: 1, b: true })
})
