// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ARNs as templates write them.
import type { WrittenStatement } from '@sec/common/iam'
import { describe, expect, it } from 'vitest'
import type { PolicyTemplate } from '../../src/index.js'
import * as actionRules from './action-rules.js'
import { canMatch, patternOfTemplate, patternOfType } from './arn-pattern.js'
import { isGlobalKey, isSameKey, loadCatalogue } from './catalogue.js'
import { conditionKeysExist } from './condition-rules.js'
import { lostAccess } from './level-chains.js'
import * as liveRules from './live-rules.js'
import * as resourceRules from './resource-rules.js'
import type { Rule } from './statements.js'
import { estateTagUnchanged } from './tag-rules.js'
import { documentSizes, sidsUnique, sizesFit } from './template-rules.js'

const catalogue = await loadCatalogue(['s3', 'kms', 'iam', 'sagemaker', 'lambda', 'bedrock', 'glue'])

const bucket = 'arn:${partition}:s3:::${prefix}-*'
const ours = { StringEquals: { 'aws:ResourceAccount': '${account_id}' } }
const sagemaker = (id: string) => `arn:\${partition}:sagemaker:\${region}:\${account_id}:${id}`

function template(...statements: Partial<WrittenStatement>[]): PolicyTemplate {
  const full = statements.map((statement) => ({
    Sid: 'A',
    reason: 'r',
    Effect: 'Allow' as const,
    ...statement,
  }))
  return { service: 's', level: 'l', name: 'l', summary: '', typicalUsers: [], file: 'f', statements: full }
}

const says = (Action: string[], Resource: string[], more: Partial<WrittenStatement> = {}) =>
  template({ Action, Resource, ...more })

const deny = (Action: string[], ...ids: string[]): Partial<WrittenStatement> => ({
  Sid: 'D',
  Effect: 'Deny',
  Action,
  Resource: ids.map(sagemaker),
})

type Case = readonly [string, Rule, PolicyTemplate]

describe('a rule finds the fault', () => {
  it.each<Case>([
    ['an unknown action', actionRules.actionsExist, says(['s3:HeadObject'], [bucket])],
    ['an action in the wrong case', actionRules.actionsExist, says(['s3:getObject'], [bucket])],
    ['an unknown service', actionRules.actionsExist, says(['s4:GetObject'], [bucket])],
    [
      'a wildcard that covers a write',
      actionRules.wildcardsOnlyRead,
      says(['s3:*'], ['*'], { reason: 'wildcard' }),
    ],
    ['a wildcard without a word on it', actionRules.wildcardsOnlyRead, says(['s3:ListBucket*'], [bucket])],
    [
      'a wildcard that covers nothing',
      actionRules.wildcardsOnlyRead,
      says(['s3:Foo*'], ['*'], { reason: 'wildcard' }),
    ],
    ['a bucket policy', actionRules.nothingForbidden, says(['s3:PutBucketPolicy'], [bucket])],
    ['a write of IAM', actionRules.nothingForbidden, says(['iam:PassRole'], ['*'])],
    ['a forbidden action in a wildcard', actionRules.nothingForbidden, says(['sagemaker:Update*'], ['*'])],
    [
      'a policy writer of level Write',
      actionRules.nothingForbidden,
      says(['sagemaker:PutResourcePolicy'], ['*']),
    ],
    ['a grant for anybody', actionRules.nothingForbidden, says(['kms:CreateGrant'], ['*'])],
    ['actions out of order', actionRules.actionsSorted, says(['s3:PutObject', 's3:GetObject'], [bucket])],
    ['an action twice', actionRules.actionsSorted, says(['s3:GetObject', 's3:GetObject'], [bucket])],
    ['NotAction', actionRules.nothingNegated, template({ NotAction: ['s3:GetObject'], Resource: ['*'] })],
    ['* for what takes a resource', resourceRules.starOnlyWhereNeeded, says(['s3:GetObject'], ['*'])],
    ['* beside an ARN', resourceRules.starOnlyWhereNeeded, says(['s3:ListAllMyBuckets'], ['*', bucket])],
    [
      'star-only beside an ARN',
      resourceRules.nothingStarOnlyBesideArns,
      says(['s3:ListAllMyBuckets'], [bucket]),
    ],
    ['a bucket call on objects', resourceRules.everyActionMatches, says(['s3:ListBucket'], [`${bucket}/*`])],
    [
      'a call on another type',
      resourceRules.everyActionMatches,
      says(['sagemaker:DescribeModel'], [sagemaker('endpoint/x')]),
    ],
    [
      'an ARN of another type',
      resourceRules.everyArnMatches,
      says(['sagemaker:DescribeModel'], [sagemaker('endpoint/x')]),
    ],
    ['a write on *', resourceRules.starWritesAreHeld, says(['kms:CreateKey'], ['*'])],
    ['any bucket', resourceRules.scopedToEstate, says(['s3:GetObject'], ['arn:${partition}:s3:::*'])],
    [
      'a company',
      resourceRules.scopedToEstate,
      says(['s3:GetObject'], ['arn:${partition}:s3:::${company_prefix}-*']),
    ],
    [
      'a prefix without its hyphen',
      resourceRules.scopedToEstate,
      says(['s3:GetObject'], ['arn:${partition}:s3:::${prefix}*']),
    ],
    [
      'any model',
      resourceRules.scopedToEstate,
      says(['bedrock:InvokeModel'], ['arn:${partition}:bedrock:${region}::foundation-model/*']),
    ],
    [
      'the tag of somebody',
      resourceRules.scopedToEstate,
      says(['sagemaker:DescribeDomain'], [sagemaker('domain/*')], {
        Condition: { StringEquals: { 'aws:ResourceTag/estate': '*' } },
      }),
    ],
    ['buckets of strangers', resourceRules.bucketsAreOurs, says(['s3:GetObject'], [`${bucket}/*`])],
    [
      'buckets of any of two accounts',
      resourceRules.bucketsAreOurs,
      says(['s3:GetObject'], [`${bucket}/*`], {
        Condition: { StringEquals: { 'aws:ResourceAccount': ['${account_id}', '1'] } },
      }),
    ],
    [
      'a condition key of another action',
      conditionKeysExist,
      says(['s3:GetObject'], [`${bucket}/*`], { Condition: { StringLike: { 's3:prefix': 'a' } } }),
    ],
    [
      'a tag that the type has not',
      conditionKeysExist,
      says(['s3:GetObject'], [`${bucket}/*`], { Condition: { StringEquals: { 'aws:RequestTag/x': 'a' } } }),
    ],
    [
      'an unknown global key',
      conditionKeysExist,
      says(['s3:GetObject'], [`${bucket}/*`], { Condition: { Bool: { 'aws:Secure': 'true' } } }),
    ],
    ['a Sid twice', sidsUnique, template({}, {})],
    [
      'a document that is too large',
      sizesFit,
      says(
        ['s3:GetObject'],
        Array.from({ length: 130 }, () => bucket),
      ),
    ],
    [
      'a live endpoint changed',
      liveRules.liveEndpointsUntouched,
      says(['sagemaker:UpdateEndpoint'], [sagemaker('endpoint/${prefix}-*')]),
    ],
    [
      'a live endpoint of one name changed',
      liveRules.liveEndpointsUntouched,
      says(['sagemaker:DeleteEndpoint'], [sagemaker('endpoint/${prefix}-live-x')]),
    ],
    [
      'a live endpoint denied only in part',
      liveRules.liveEndpointsUntouched,
      template(
        { Action: ['sagemaker:DeleteEndpoint'], Resource: [sagemaker('endpoint/${prefix}-*')] },
        deny(['sagemaker:DeleteEndpoint'], 'endpoint/${prefix}-live-a*'),
      ),
    ],
    [
      'a live endpoint called',
      liveRules.liveEndpointsNotInvoked,
      says(['sagemaker:InvokeEndpoint'], [sagemaker('endpoint/${prefix}-*')]),
    ],
    ['an approval', liveRules.nothingApproved, says(['sagemaker:UpdateModelPackage'], ['*'])],
    [
      'a package created in any state',
      liveRules.nothingApproved,
      says(['sagemaker:CreateModelPackage'], ['*']),
    ],
    ['any tag', estateTagUnchanged, says(['s3:PutObjectTagging'], [`${bucket}/*`])],
  ])('%s', (_name, rule, bad) => expect(rule(bad, catalogue)).toHaveLength(1))
})

describe('a rule lets pass', () => {
  const grant = { Bool: { 'kms:GrantIsForAWSResource': 'true' } }
  const pending = { StringEqualsIfExists: { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' } }
  it.each<Case>([
    ['an action that exists', actionRules.actionsExist, says(['s3:GetObject'], [bucket])],
    [
      'a wildcard that only reads',
      actionRules.wildcardsOnlyRead,
      says(['s3:ListBucket*'], [bucket], { reason: 'a wildcard' }),
    ],
    [
      'a grant for services of AWS',
      actionRules.nothingForbidden,
      says(['kms:CreateGrant'], ['*'], { Condition: grant }),
    ],
    ['what is denied', actionRules.nothingForbidden, says(['iam:PassRole'], ['*'], { Effect: 'Deny' })],
    ['* where there is no type', resourceRules.starOnlyWhereNeeded, says(['s3:ListAllMyBuckets'], ['*'])],
    ['objects', resourceRules.everyActionMatches, says(['s3:GetObject'], [`${bucket}/*`])],
    [
      'a qualified function',
      resourceRules.everyArnMatches,
      says(
        ['lambda:InvokeFunction'],
        ['arn:${partition}:lambda:${region}:${account_id}:function:${prefix}-*:*'],
      ),
    ],
    ['our buckets', resourceRules.bucketsAreOurs, says(['s3:GetObject'], [bucket], { Condition: ours })],
    ['a global key', conditionKeysExist, says(['s3:GetObject'], [`${bucket}/*`], { Condition: ours })],
    [
      'a tag of an object',
      conditionKeysExist,
      says(['s3:GetObject'], [`${bucket}/*`], {
        Condition: { StringEquals: { 's3:ExistingObjectTag/a': 'b' } },
      }),
    ],
    [
      'live endpoints that are denied',
      liveRules.liveEndpointsUntouched,
      template(
        { Action: ['sagemaker:DeleteEndpoint'], Resource: [sagemaker('endpoint/${prefix}-*')] },
        deny(
          ['sagemaker:DeleteEndpoint'],
          'endpoint/${prefix}-live-*',
          'inference-component/${prefix}-live-*',
        ),
      ),
    ],
    [
      'a package that waits',
      liveRules.nothingApproved,
      says(['sagemaker:CreateModelPackage'], ['*'], { Condition: pending }),
    ],
    [
      'other tags',
      estateTagUnchanged,
      says(['s3:PutObjectTagging'], [bucket], {
        Condition: { 'ForAllValues:StringNotEqualsIgnoreCase': { 's3:RequestObjectTagKeys': 'estate' } },
      }),
    ],
  ])('%s', (_name, rule, good) => expect(rule(good, catalogue)).toEqual([]))
})

describe('a level that does not grow', () => {
  const lower = says(['s3:GetObject'], [`${bucket}/a/*`], { Condition: ours })
  it.each<[string, PolicyTemplate, number]>([
    ['the same', lower, 0],
    ['a wider resource', says(['s3:GetObject'], [`${bucket}/*`], { Condition: ours }), 0],
    ['no condition', says(['s3:GetObject'], [`${bucket}/a/*`]), 0],
    ['another action', says(['s3:PutObject'], [`${bucket}/*`]), 1],
    ['a narrower resource', says(['s3:GetObject'], [`${bucket}/a/b/*`], { Condition: ours }), 1],
    [
      'one more condition',
      says(['s3:GetObject'], [`${bucket}/*`], {
        Condition: { ...ours, Bool: { 'aws:SecureTransport': 'true' } },
      }),
      1,
    ],
    [
      'a new denial',
      template(
        { Action: ['s3:GetObject'], Resource: ['*'] },
        { Effect: 'Deny', Action: ['s3:Get*'], Resource: [`${bucket}/a/b`] },
      ),
      1,
    ],
  ])('%s', (_name, upper, lost) => expect(lostAccess(lower, upper)).toHaveLength(lost))
})

describe('patterns of ARNs', () => {
  it.each<[string, string, boolean]>([
    ['arn:aws:s3:::${prefix}-*', 'arn:${Partition}:s3:::${BucketName}', true],
    ['arn:aws:s3:::${prefix}-*/*', 'arn:${Partition}:s3:::${BucketName}', false],
    ['arn:aws:s3:::${prefix}-*/*', 'arn:${Partition}:s3:::${BucketName}/${ObjectName}', true],
    [
      sagemaker('experiment*/${prefix}-*'),
      sagemaker('experiment-trial/${Name}').replaceAll(/\$\{\w+\}:/g, '${Account}:'),
      true,
    ],
    ['arn:aws:x:${region}:1:a/?', 'arn:${Partition}:x:${Region}:${Account}:a/${Id}', true],
    ['arn:aws:x:${region}:1:a/?', 'arn:${Partition}:x:${Region}:${Account}:a', false],
    ['arn:aws:x:*:1:b/c', 'arn:${Partition}:x:${Region}:${Account}:a/${Id}', false],
    ['*', 'arn:${Partition}:x:${Region}:${Account}:a/${Id}', true],
  ])('%s and %s', (arn, type, match) => {
    expect(canMatch(patternOfTemplate(arn), patternOfType(type))).toBe(match)
  })
})

it('knows condition keys with a variable part', () => {
  expect(isSameKey('aws:ResourceTag/estate', 'aws:ResourceTag/${TagKey}')).toBe(true)
  expect(isSameKey('aws:ResourceTag/', 'aws:ResourceTag/${TagKey}')).toBe(false)
  expect(isSameKey('aws:ResourceTags/estate', 'aws:ResourceTag/${TagKey}')).toBe(false)
  expect(isGlobalKey('aws:PrincipalTag/team')).toBe(true)
  expect(isGlobalKey('aws:ResourceTag/estate')).toBe(false)
})

it('counts each document with placeholders at their longest', () => {
  const one = { Effect: 'Allow', Action: ['a:B'], Resource: ['${prefix}'] } as const
  const text = `{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["a:B"],"Resource":["${'x'.repeat(31)}"]}]}`
  expect(documentSizes(template({ ...one, part: 1 }, { ...one, part: 2, reason: 'a longer one' }))).toEqual([
    text.length,
    text.length,
  ])
})
