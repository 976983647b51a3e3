import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileFile, examplesFolder } from '../../test/support/compile.js'
import { forEveryEstate } from '../../test/support/estates.js'
import type { Template } from '../generate/template.js'
import type { SecModel } from '../model/model.js'
import type { StackPlace } from './place.js'
import { estateOf } from './template-estate.js'

const place: StackPlace = {
  accountId: '111122223333',
  region: 'eu-central-1',
  partition: 'aws',
  stackName: 'a-stack',
}

const placeOf = ({ identity }: SecModel): StackPlace => identity

/** A template of some resources, written as JSON would have them. */
const templateOf = (resources: unknown): Template =>
  ({ Resources: resources, Outputs: {} }) as unknown as Template

const role = (properties: Readonly<Record<string, unknown>>, more = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { RoleName: 'r', AssumeRolePolicyDocument: { Statement: [] }, ...properties },
  ...more,
})
const policy = (properties: Readonly<Record<string, unknown>>) => ({
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { ManagedPolicyName: 'p', PolicyDocument: { Statement: [] }, ...properties },
})
const group = (properties: Readonly<Record<string, unknown>>) => ({
  Type: 'AWS::IAM::Group',
  Properties: { GroupName: 'g', ...properties },
})

describe('estateOf', () => {
  it('fills in what IAM fills in', () => {
    const { roles, groups, policies } = estateOf(
      templateOf({ R: role({}), G: group({}), P: policy({}) }),
      place,
    )
    expect(roles).toEqual([
      {
        roleName: 'r',
        description: '',
        path: '/',
        trustPolicy: { Statement: [] },
        maxSessionSeconds: 3600,
        tags: {},
        attachedPolicyArns: [],
        inlinePolicies: [],
      },
    ])
    expect(groups).toEqual([{ groupName: 'g', path: '/', attachedPolicyArns: [], inlinePolicies: [] }])
    expect(policies).toEqual([
      {
        policyName: 'p',
        arn: 'arn:aws:iam::111122223333:policy/p',
        path: '/',
        description: '',
        document: { Statement: [] },
      },
    ])
  })

  it('tells type, name, ARN and physical id of each logical id', () => {
    const template = templateOf({
      R: role({ Path: '/x/' }),
      G: group({}),
      P: policy({}),
      T: { Type: 'AWS::SNS::Topic', Properties: {} },
    })
    const arnOf = (rest: string) => `arn:aws:iam::111122223333:${rest}`
    expect(estateOf(template, place).resources).toEqual({
      R: { type: 'AWS::IAM::Role', name: 'r', arn: arnOf('role/x/r'), physicalId: 'r' },
      G: { type: 'AWS::IAM::Group', name: 'g', arn: arnOf('group/g'), physicalId: 'g' },
      P: {
        type: 'AWS::IAM::ManagedPolicy',
        name: 'p',
        arn: arnOf('policy/p'),
        physicalId: arnOf('policy/p'),
      },
      T: { type: 'AWS::SNS::Topic' },
    })
  })

  it.each<{ name: string; value: unknown; text: string }>([
    { name: 'a pseudo parameter', value: { Ref: 'AWS::Region' }, text: 'eu-central-1' },
    { name: 'the suffix of the partition', value: { Ref: 'AWS::URLSuffix' }, text: 'amazonaws.com' },
    { name: 'Ref of a role', value: { Ref: 'Other' }, text: 'other' },
    { name: 'Ref of a policy', value: { Ref: 'P' }, text: 'arn:aws:iam::111122223333:policy/p' },
    {
      name: 'GetAtt',
      value: { 'Fn::GetAtt': ['Other', 'Arn'] },
      text: 'arn:aws:iam::111122223333:role/other',
    },
    {
      name: 'GetAtt in one text',
      value: { 'Fn::GetAtt': 'P.PolicyArn' },
      text: 'arn:aws:iam::111122223333:policy/p',
    },
    {
      name: 'Sub',
      value: { 'Fn::Sub': 'a ${AWS::StackName} ${Other} ${Other.Arn}' },
      text: 'a a-stack other arn:aws:iam::111122223333:role/other',
    },
    {
      name: 'Sub with a literal',
      value: { 'Fn::Sub': '${!aws:username}/${AWS::Region}' },
      text: '${aws:username}/eu-central-1',
    },
    {
      name: 'Sub with its own variables',
      value: { 'Fn::Sub': ['${a}-${AWS::Region}', { a: { Ref: 'G' } }] },
      text: 'g-eu-central-1',
    },
    { name: 'Join', value: { 'Fn::Join': ['-', ['a', { Ref: 'G' }, 1]] }, text: 'a-g-1' },
    { name: 'no function', value: '${AWS::Region}', text: '${AWS::Region}' },
  ])('evaluates $name', ({ value, text }) => {
    const template = templateOf({
      R: role({ Description: value }),
      Other: role({ RoleName: 'other' }),
      P: policy({}),
      G: group({}),
    })
    const { roles, unresolved } = estateOf(template, place)
    expect(roles[0]?.description).toBe(text)
    expect(unresolved).toEqual([])
  })

  it.each<{ name: string; value: unknown }>([
    { name: 'an unknown function', value: { 'Fn::ImportValue': 'x' } },
    { name: 'a parameter', value: { Ref: 'Parameter' } },
    { name: 'an attribute that IAM makes up', value: { 'Fn::GetAtt': ['Other', 'RoleId'] } },
    { name: 'a malformed function', value: { 'Fn::Join': 'x' } },
    { name: 'a Sub with something unknown', value: { 'Fn::Sub': '${AWS::Region} ${Nothing}' } },
    { name: 'a name of JavaScript', value: { Ref: 'constructor' } },
    { name: 'the id of the stack', value: { Ref: 'AWS::StackId' } },
  ])('lists $name and leaves it as it stands', ({ value }) => {
    const PolicyDocument = { Statement: [{ Effect: 'Allow', Resource: ['*', value] }] }
    const template = templateOf({ P: policy({ PolicyDocument }), Other: role({ RoleName: 'other' }) })
    const { policies, unresolved } = estateOf(template, place)
    expect(unresolved).toMatchObject([
      { logicalId: 'P', path: ['PolicyDocument', 'Statement', 0, 'Resource', 1] },
    ])
    expect(policies[0]?.document).toEqual(PolicyDocument)
  })

  it.each<{ name: string; resource: unknown; reason: RegExp }>([
    {
      name: 'of another type',
      resource: { Type: 'AWS::SNS::Topic', Properties: {} },
      reason: /AWS::SNS::Topic/,
    },
    { name: 'without a name', resource: { Type: 'AWS::IAM::Group', Properties: {} }, reason: /name or path/ },
    {
      name: 'named after itself',
      resource: group({ GroupName: { 'Fn::Sub': '${X}' } }),
      reason: /name or path|Fn::Sub/,
    },
    {
      name: 'under a condition',
      resource: { ...group({}), Condition: 'IsProd' },
      reason: /condition IsProd/,
    },
  ])('lists a resource $name and leaves it out', ({ resource, reason }) => {
    const { groups, unresolved } = estateOf(templateOf({ X: resource }), place)
    expect(groups).toEqual([])
    expect(unresolved.map((one) => one.logicalId)).toContain('X')
    expect(unresolved.map((one) => one.reason).join()).toMatch(reason)
  })

  it('takes the name that CloudFormation made from the physical ids', () => {
    const template = templateOf({ G: { Type: 'AWS::IAM::Group', Properties: {} } })
    const { groups } = estateOf(template, { ...place, physicalIds: { G: 'stack-G-1X2Y' } })
    expect(groups[0]?.groupName).toBe('stack-G-1X2Y')
  })

  it('puts together attachments and inline policies, from wherever they are made', () => {
    const document = { Statement: [] }
    const template = templateOf({
      R: role({ ManagedPolicyArns: [{ Ref: 'P' }, 'arn:aws:iam::aws:policy/SecurityAudit'] }),
      G: group({ Policies: [{ PolicyName: 'own', PolicyDocument: document }] }),
      P: policy({ Roles: [{ Ref: 'R' }], Groups: ['g'] }),
      I: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'i', PolicyDocument: document, Groups: ['g'] },
      },
      J: {
        Type: 'AWS::IAM::RolePolicy',
        Properties: { PolicyName: 'j', PolicyDocument: document, RoleName: 'r' },
      },
    })
    const { groups, roles, unresolved } = estateOf(template, place)
    const arn = 'arn:aws:iam::111122223333:policy/p'
    expect(unresolved).toEqual([])
    expect(roles[0]?.attachedPolicyArns).toEqual([arn, 'arn:aws:iam::aws:policy/SecurityAudit'])
    expect(roles[0]?.inlinePolicies.map(({ policyName }) => policyName)).toEqual(['j'])
    expect(groups[0]?.attachedPolicyArns).toEqual([arn])
    expect(groups[0]?.inlinePolicies.map(({ policyName }) => policyName)).toEqual(['own', 'i'])
  })

  it('leaves out AWS::NoValue, and reads sessions and documents that are texts', () => {
    const template = templateOf({
      R: role({
        Description: { Ref: 'AWS::NoValue' },
        MaxSessionDuration: '7200',
        ManagedPolicyArns: [{ Ref: 'AWS::NoValue' }],
        AssumeRolePolicyDocument: '{"Statement":[]}',
      }),
    })
    const { roles, unresolved } = estateOf(template, place)
    expect(unresolved).toEqual([])
    expect(roles[0]).toMatchObject({
      description: '',
      maxSessionSeconds: 7200,
      attachedPolicyArns: [],
      trustPolicy: { Statement: [] },
    })
  })

  it('takes a session length that is empty for none', () => {
    const { roles } = estateOf(templateOf({ R: role({ MaxSessionDuration: '' }) }), place)
    expect(roles).toMatchObject([{ maxSessionSeconds: 3600 }])
  })

  it('gives roles the tags of the stack, unless they have their own', () => {
    const template = templateOf({ R: role({ Tags: [{ Key: 'a', Value: 'own' }] }) })
    expect(estateOf(template, place, { a: 'stack', b: 'stack' }).roles[0]?.tags).toEqual({
      a: 'own',
      b: 'stack',
    })
  })
})

describe('the estate of a generated template', () => {
  const files = readdirSync(examplesFolder).filter((file) => file.endsWith('.yaml'))

  it.each(files)('of %s is the model, literal or portable', (file) => {
    const { model, template } = compileFile(join(examplesFolder, file))
    const estate = estateOf(template, placeOf(model))
    expect(estate.unresolved).toEqual([])
    expect(estate.groups.map(({ groupName }) => groupName)).toEqual(
      model.groups.map(({ groupName }) => groupName),
    )
    expect(estate.roles.map(({ roleName }) => roleName)).toEqual(model.roles.map(({ roleName }) => roleName))
    expect(estate.roles.map(({ tags }) => tags)).toEqual(model.roles.map(() => model.tags))
    const portable = compileFile(join(examplesFolder, file), true)
    expect(estateOf(portable.template, placeOf(model))).toEqual(estate)
  })

  it('has no function left in it, whatever the config', () => {
    forEveryEstate(({ template }) => {
      const estate = estateOf(template, { ...place, accountId: '098765432109', region: 'us-west-1' })
      expect(estate.unresolved).toEqual([])
      expect(JSON.stringify(estate)).not.toMatch(/"(Fn::|Ref)|\$\{AWS::/)
    })
  })
})
