import { describe, expect, it } from 'vitest'
import { changeEffect } from './change-effect.js'
import type { DriftEffect } from './drift-finding.js'

const allow = (more: object = {}) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::b/*',
  ...more,
})
const deny = (more: object = {}) => ({ ...allow(more), Effect: 'Deny' })
const trust = (principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'sts:AssumeRole',
  ...more,
})
const when = (operator: string, ...values: readonly string[]) => ({
  Condition: { [operator]: { 'aws:x': values } },
})
const root = 'arn:aws:iam::111122223333:root'
const deleted = 'AROAEXAMPLE1234567890'

describe('what a change of statements means', () => {
  it.each<[string, readonly unknown[], readonly unknown[], DriftEffect]>([
    ['an Allow gained', [], [allow()], 'wider'],
    ['an Allow lost', [allow()], [], 'narrower'],
    ['a Deny gained', [], [deny()], 'narrower'],
    ['a Deny lost', [deny()], [], 'wider'],
    ['an Allow and a Deny gained', [], [allow(), deny()], 'other'],
    ['a Sid', [allow({ Sid: 'A' })], [allow({ Sid: 'B' })], 'cosmetic'],
    [
      'one statement as two that it covers',
      [allow({ Resource: '*' })],
      [allow({ Resource: '*' }), allow()],
      'cosmetic',
    ],
    ['a wildcard in an action', [allow()], [allow({ Action: 'S3:Get*' })], 'wider'],
    ['a longer wildcard', [allow({ Action: 's3:*' })], [allow({ Action: 's3:Get*' })], 'narrower'],
    ['a question mark for a star', [allow({ Action: 's3:G*' })], [allow({ Action: 's3:G?' })], 'narrower'],
    ['an action for another', [allow()], [allow({ Action: 's3:PutObject' })], 'other'],
    ['a resource in another case', [allow()], [allow({ Resource: 'arn:aws:s3:::B/*' })], 'other'],
    ['a wider Deny', [deny()], [deny({ Resource: '*' })], 'narrower'],
    [
      'fewer exceptions of NotAction',
      [{ Effect: 'Allow', NotAction: ['iam:*', 's3:*'], Resource: '*' }],
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      'wider',
    ],
    [
      'NotAction for Action',
      [allow()],
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: 'arn:aws:s3:::b/*' }],
      'other',
    ],
    ['a condition gone', [allow(when('Bool', 'true'))], [allow()], 'wider'],
    ['a condition more', [allow()], [allow(when('Bool', 'true'))], 'narrower'],
    ['one more value', [allow(when('StringEquals', 'a'))], [allow(when('StringEquals', 'a', 'b'))], 'wider'],
    ['a pattern for a value', [allow(when('StringLike', 'ab'))], [allow(when('StringLike', 'a*'))], 'wider'],
    [
      'a star where stars mean themselves',
      [allow(when('StringEquals', 'ab'))],
      [allow(when('StringEquals', 'a*'))],
      'other',
    ],
    [
      'one more value that is not to be',
      [allow(when('StringNotEquals', 'a'))],
      [allow(when('StringNotEquals', 'a', 'b'))],
      'other',
    ],
    [
      'values in another order',
      [allow(when('StringLike', 'a', 'b'))],
      [allow(when('StringLike', 'b', 'a'))],
      'cosmetic',
    ],
    ['one more principal', [trust({ AWS: root })], [trust({ AWS: [root, '999988887777'] })], 'wider'],
    ['everybody', [trust({ AWS: root })], [trust('*')], 'wider'],
    ['an account by its id', [trust({ AWS: root })], [trust({ AWS: '111122223333' })], 'cosmetic'],
    [
      'an account of another partition by its id',
      [trust({ AWS: 'arn:aws-cn:iam::111122223333:root' }), trust({ AWS: '1' })],
      [trust({ AWS: '111122223333' })],
      'narrower',
    ],
    ['a principal deleted', [trust({ AWS: root })], [trust({ AWS: deleted })], 'narrower'],
    ['a service for an account', [trust({ AWS: root })], [trust({ Service: 'ec2.amazonaws.com' })], 'other'],
    ['what is no statement', [allow()], ['anything'], 'other'],
  ])('%s', (_name, expected, found, effect) => expect(changeEffect(expected, found)).toBe(effect))
})
