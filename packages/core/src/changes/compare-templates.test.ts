import { describe, expect, it } from 'vitest'
import type { Template } from '../generate/template.js'
import { compareSections } from './compare-sections.js'
import { compareTemplates } from './compare-templates.js'

const templateOf = (resources: unknown, more = {}): Template =>
  ({ Resources: resources, Outputs: {}, ...more }) as unknown as Template

const role = (properties: unknown, more = {}) =>
  templateOf({ R: { Type: 'AWS::IAM::Role', Properties: properties, ...more } })

/** The one resource that differs. */
function changesOf(before: Template, after: Template) {
  const [difference, ...others] = compareTemplates(before, after)
  expect(others).toEqual([])
  return difference
}

const allow = { Effect: 'Allow', Action: 'a:B', Resource: '*' }
const deny = { Effect: 'Deny', Action: 'a:B', Resource: '*' }
const documentOf = (...Statement: unknown[]) => ({ Version: '2012-10-17', Statement })
const policies = (...statements: unknown[]) => ({
  Policies: [{ PolicyName: 'own', PolicyDocument: documentOf(...statements) }],
})

describe('what differs in a resource', () => {
  it.each<{ name: string; before: unknown; after: unknown; changes: unknown }>([
    {
      name: 'statements of a trust policy',
      before: { AssumeRolePolicyDocument: documentOf(allow, { ...allow, Sid: 'A' }) },
      after: { AssumeRolePolicyDocument: documentOf({ ...allow, Sid: 'A' }, deny) },
      changes: [{ path: ['AssumeRolePolicyDocument'], statements: { added: [deny], removed: [allow] } }],
    },
    {
      name: 'no statement, only how the document is written',
      before: { AssumeRolePolicyDocument: documentOf(allow, deny) },
      after: { AssumeRolePolicyDocument: documentOf(deny, { ...allow, Action: ['A:b'] }) },
      changes: [{ path: ['AssumeRolePolicyDocument'], statements: { added: [], removed: [] } }],
    },
    {
      name: 'the version of a document',
      before: { AssumeRolePolicyDocument: { Statement: [] } },
      after: { AssumeRolePolicyDocument: JSON.stringify(documentOf()) },
      changes: [
        {
          path: ['AssumeRolePolicyDocument'],
          statements: { added: [], removed: [], version: { before: '2008-10-17', after: '2012-10-17' } },
        },
      ],
    },
    {
      name: 'an inline policy',
      before: policies(allow),
      after: policies(deny),
      changes: [
        { path: ['Policies', 'own', 'PolicyDocument'], statements: { added: [deny], removed: [allow] } },
      ],
    },
    {
      name: 'a new inline policy',
      before: {},
      after: policies(deny),
      changes: [{ path: ['Policies', 'own', 'PolicyDocument'], statements: { added: [deny], removed: [] } }],
    },
    {
      name: 'a tag',
      before: {
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'b', Value: '1' },
        ],
      },
      after: {
        Tags: [
          { Key: 'a', Value: '2' },
          { Key: 'c', Value: '1' },
        ],
      },
      changes: [
        { path: ['Tags', 'a'], before: '1', after: '2' },
        { path: ['Tags', 'c'], after: '1' },
        { path: ['Tags', 'b'], before: '1' },
      ],
    },
    {
      name: 'the order of tags, as a whole',
      before: {
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'b', Value: '1' },
        ],
      },
      after: {
        Tags: [
          { Key: 'b', Value: '1' },
          { Key: 'a', Value: '1' },
        ],
      },
      changes: [{ path: ['Tags'] }],
    },
    {
      name: 'a list, as a whole',
      before: { ManagedPolicyArns: ['a'] },
      after: { ManagedPolicyArns: ['a', { Ref: 'P' }] },
      changes: [{ path: ['ManagedPolicyArns'], before: ['a'], after: ['a', { Ref: 'P' }] }],
    },
    {
      name: 'a function, as a whole',
      before: { PermissionsBoundary: { Ref: 'A' } },
      after: { PermissionsBoundary: { Ref: 'B' } },
      changes: [{ path: ['PermissionsBoundary'], before: { Ref: 'A' }, after: { Ref: 'B' } }],
    },
    {
      name: 'what a property of JavaScript is called',
      before: {},
      after: JSON.parse('{"__proto__":"x","constructor":"y"}'),
      changes: [
        { path: ['__proto__'], after: 'x' },
        { path: ['constructor'], after: 'y' },
      ],
    },
  ])('$name', ({ before, after, changes }) => {
    expect(changesOf(role(before), role(after))?.properties).toMatchObject(changes as object[])
  })

  it('is nothing where a number becomes its text', () => {
    expect(
      compareTemplates(role({ MaxSessionDuration: 3600 }), role({ MaxSessionDuration: '3600' })),
    ).toEqual([])
  })

  it('is an attribute beside the properties, or the type', () => {
    expect(changesOf(role({}), role({}, { DeletionPolicy: 'Retain' }))).toMatchObject({
      properties: [{ attribute: 'DeletionPolicy', path: [], after: 'Retain', requiresRecreation: 'Never' }],
      replacedBy: [],
    })
    expect(changesOf(role({}), role({}, { Type: 'AWS::IAM::Group' }))).toMatchObject({
      action: 'Modify',
      resourceType: 'AWS::IAM::Group',
      replacedBy: ['Type'],
    })
  })
})

describe('a resource is replaced', () => {
  it.each([
    ['AWS::IAM::Role', 'RoleName', 'Always'],
    ['AWS::IAM::Role', 'Path', 'Always'],
    ['AWS::IAM::Role', 'Description', 'Never'],
    ['AWS::IAM::Group', 'GroupName', 'Always'],
    ['AWS::IAM::Group', 'Path', 'Never'],
    ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName', 'Always'],
    ['AWS::IAM::ManagedPolicy', 'Path', 'Always'],
    ['AWS::IAM::ManagedPolicy', 'Description', 'Always'],
    ['AWS::IAM::ManagedPolicy', 'Roles', 'Never'],
    ['AWS::IAM::Role', 'constructor', 'Never'],
    ['AWS::SNS::Topic', 'TopicName', 'Conditionally'],
  ])('%s because of %s: %s', (Type, property, requiresRecreation) => {
    const one = templateOf({ X: { Type, Properties: { [property]: 'one' } } })
    const other = templateOf({ X: { Type, Properties: { [property]: 'other' } } })
    const difference = changesOf(one, other)
    expect(difference?.properties).toMatchObject([{ requiresRecreation }])
    expect(difference?.replacedBy).toEqual(requiresRecreation === 'Always' ? [property] : [])
  })
})

it('compares outputs one by one, and other sections', () => {
  const before = templateOf({}, { Description: 'a', Outputs: { X: { Value: '1' }, Y: { Value: '1' } } })
  const after = templateOf({}, { Description: 'b', Outputs: { X: { Value: '2' } }, Metadata: { M: 1 } })
  expect(compareSections(before, after)).toEqual([
    { section: 'Outputs', path: ['X', 'Value'], before: '1', after: '2' },
    { section: 'Outputs', path: ['Y', 'Value'], before: '1' },
    { section: 'Description', path: [], before: 'a', after: 'b' },
    { section: 'Metadata', path: ['M'], after: 1 },
  ])
  expect(compareSections(before, before)).toEqual([])
})

it('takes a section that is empty for none', () => {
  const empty = templateOf({}, { Description: '', Metadata: {} })
  const without = { Resources: {} } as unknown as Template
  expect(compareSections(empty, without)).toEqual([])
  expect(compareSections(without, empty)).toEqual([])
})
