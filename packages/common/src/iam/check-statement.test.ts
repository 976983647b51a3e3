// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as people write them.
import { describe, expect, it } from 'vitest'
import { checkStatement } from './check-statement.js'
import { placeholderNames } from './placeholders.js'

const options = { placeholders: placeholderNames }
const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/*' }

/** Code, path below the statement, anchor: what a test compares. */
function faults(statement: unknown, more = {}) {
  return checkStatement(statement, ['statements', 4], { ...options, ...more }).map(
    ({ code, path, anchor }) => {
      expect(path.slice(0, 2)).toEqual(['statements', 4])
      return [code, path.slice(2).join('/'), anchor]
    },
  )
}

const without = (key: string, more = {}) => {
  const { [key]: _, ...rest } = { ...good, ...more } as Record<string, unknown>
  return rest
}
const when = (Condition: unknown) => ({ ...good, Condition })

describe('a statement is accepted', () => {
  it.each<[string, unknown]>([
    ['with one action and one resource', good],
    ['with lists', { ...good, Action: ['s3:GetObject', 's3:Get*'], Resource: ['arn:aws:s3:::b/*'] }],
    ['with the same action twice', { ...good, Action: ['s3:GetObject', 's3:GetObject'] }],
    ['with Deny, NotAction and NotResource', { Effect: 'Deny', NotAction: 'iam:*', NotResource: '*' }],
    ['with all actions', { ...good, Action: '*' }],
    ['with a ? in an action', { ...good, Action: 'ec2:Describe????s' }],
    [
      'with every key',
      { Sid: 'A1', reason: 'why', suppress: [], part: 1, ...good, Condition: { Bool: { 'aws:x': true } } },
    ],
    ['with placeholders', { ...good, Resource: 'arn:${partition}:s3:::${prefix}-*' }],
    ['with a variable of IAM', { ...good, Resource: 'arn:aws:s3:::b/${aws:username}/*' }],
    ['with a variable and its default', { ...good, Resource: "arn:aws:s3:::b/${aws:username, 'x'}/*" }],
    ['with IAM spellings of * ? $', { ...good, Resource: 'arn:aws:s3:::b/${*}${?}${$}' }],
    [
      'with colons in the last part of an ARN',
      { ...good, Resource: 'arn:aws:lambda:eu-west-1:1:function:f:*' },
    ],
    ['with a condition of every sort of value', when({ StringLike: { 'aws:x': ['a', 1, false] } })],
    ['with a set operator', when({ 'ForAnyValue:StringLikeIfExists': { 'kms:ResourceAliases': 'alias/x' } })],
    ['with Null', when({ Null: { 'aws:x': 'true', 'aws:y': false } })],
    ['with Bool on a variable', when({ Bool: { 'aws:x': '${aws:PrincipalTag/y}' } })],
    ['with a slash in a condition key', when({ StringEquals: { 'aws:ResourceTag/estate': '${prefix}' } })],
    [
      'with the claim of an identity provider as condition key',
      when({
        StringEquals: { 'token.actions.githubusercontent.com:sub': 'x', 'id.example.com/a_b:aud': 'y' },
      }),
    ],
    ['with an empty condition value', when({ StringEquals: { 's3:prefix': ['', 'a/'] } })],
    [
      'with the characters at the ends of what IAM takes',
      when({ StringEquals: { 'aws:x': '\t\n\r ~\u00ff' } }),
    ],
    ['with a reason in any script', { ...good, reason: 'Zugriff — nötig, ✓ ${anything}' }],
  ])('%s', (_name, statement) => expect(faults(statement)).toEqual([]))
})

describe('a fault stands at its place', () => {
  it.each<[string, unknown, string, string, string]>([
    ['a text', 's3:GetObject', 'STATEMENT_NOT_A_MAP', '', 'value'],
    ['a list', [good], 'STATEMENT_NOT_A_MAP', '', 'value'],
    ['null', null, 'STATEMENT_NOT_A_MAP', '', 'value'],
    ['an unknown key', { ...good, Comment: 'x' }, 'STATEMENT_UNKNOWN_KEY', 'Comment', 'key'],
    ['a key of the prototype', { ...good, toString: 'x' }, 'STATEMENT_UNKNOWN_KEY', 'toString', 'key'],
    ['a misspelt key, once', without('Action', { Actions: '*' }), 'STATEMENT_UNKNOWN_KEY', 'Actions', 'key'],
    [
      'a key in the wrong case, once',
      without('Effect', { effect: 'Allow' }),
      'STATEMENT_UNKNOWN_KEY',
      'effect',
      'key',
    ],
    ['a principal', { ...good, Principal: '*' }, 'STATEMENT_PRINCIPAL', 'Principal', 'key'],
    ['a NotPrincipal', { ...good, NotPrincipal: { AWS: '1' } }, 'STATEMENT_PRINCIPAL', 'NotPrincipal', 'key'],
    ['no effect', without('Effect'), 'STATEMENT_NO_EFFECT', '', 'key'],
    ['an effect in lower case', { ...good, Effect: 'allow' }, 'STATEMENT_EFFECT', 'Effect', 'value'],
    ['an effect of null', { ...good, Effect: null }, 'STATEMENT_EFFECT', 'Effect', 'value'],
    ['no action', without('Action'), 'STATEMENT_NO_ACTION', '', 'key'],
    [
      'Action, then NotAction',
      { ...good, NotAction: 'iam:*' },
      'STATEMENT_EXCLUSIVE_KEYS',
      'NotAction',
      'key',
    ],
    ['NotAction, then Action', { NotAction: 'iam:*', ...good }, 'STATEMENT_EXCLUSIVE_KEYS', 'Action', 'key'],
    ['no resource', without('Resource'), 'STATEMENT_NO_RESOURCE', '', 'key'],
    [
      'Resource, then NotResource',
      { ...good, NotResource: '*' },
      'STATEMENT_EXCLUSIVE_KEYS',
      'NotResource',
      'key',
    ],
    ['an empty list of actions', { ...good, Action: [] }, 'STATEMENT_EMPTY', 'Action', 'value'],
    ['an empty list of resources', { ...good, Resource: [] }, 'STATEMENT_EMPTY', 'Resource', 'value'],
    ['an action of null', { ...good, Action: null }, 'STATEMENT_NOT_TEXT', 'Action', 'value'],
    [
      'a number among actions',
      { ...good, Action: ['s3:GetObject', 5] },
      'STATEMENT_NOT_TEXT',
      'Action/1',
      'value',
    ],
    ['a map as resource', { ...good, Resource: { Ref: 'X' } }, 'STATEMENT_NOT_TEXT', 'Resource', 'value'],
    [
      'an action without a service',
      { ...good, Action: 'GetObject' },
      'STATEMENT_ACTION_FORM',
      'Action',
      'value',
    ],
    ['an empty action', { ...good, Action: '' }, 'STATEMENT_ACTION_FORM', 'Action', 'value'],
    [
      'an action with a space',
      { ...good, Action: ['s3: GetObject'] },
      'STATEMENT_ACTION_FORM',
      'Action/0',
      'value',
    ],
    [
      'an action with a path',
      { ...good, Action: 's3:Get/Object' },
      'STATEMENT_ACTION_FORM',
      'Action',
      'value',
    ],
    ['a wildcard for a service', { ...good, Action: '*:Get' }, 'STATEMENT_ACTION_FORM', 'Action', 'value'],
    [
      'a bucket name as resource',
      { ...good, Resource: 'bucket' },
      'STATEMENT_RESOURCE_FORM',
      'Resource',
      'value',
    ],
    [
      'an ARN of four parts',
      { ...good, Resource: 'arn:aws:s3::b' },
      'STATEMENT_RESOURCE_FORM',
      'Resource',
      'value',
    ],
    [
      'colons of a variable only',
      { ...good, Resource: 'arn:aws:s3:${aws:a}${aws:b}' },
      'STATEMENT_RESOURCE_FORM',
      'Resource',
      'value',
    ],
    [
      'a placeholder that is no ARN',
      { ...good, Resource: '${prefix}' },
      'STATEMENT_RESOURCE_FORM',
      'Resource',
      'value',
    ],
    [
      'an unknown placeholder, once',
      { ...good, Resource: ['*', '${prefx}-a'] },
      'STATEMENT_PLACEHOLDER',
      'Resource/1',
      'value',
    ],
    [
      'a placeholder with a space',
      { ...good, Resource: 'arn:aws:s3:::${ prefix }' },
      'STATEMENT_PLACEHOLDER',
      'Resource',
      'value',
    ],
    [
      'a pseudo parameter',
      { ...good, Resource: 'arn:${AWS::Partition}:s3:::b' },
      'STATEMENT_PLACEHOLDER',
      'Resource',
      'value',
    ],
    [
      'an unclosed placeholder',
      { ...good, Resource: 'arn:aws:s3:::${prefix' },
      'STATEMENT_PLACEHOLDER_OPEN',
      'Resource',
      'value',
    ],
    ['a long dash', { ...good, Resource: 'arn:aws:s3:::a—b' }, 'STATEMENT_CHARACTER', 'Resource', 'value'],
    [
      'a control character',
      when({ StringEquals: { 'aws:x': 'a\u0001' } }),
      'STATEMENT_CHARACTER',
      'Condition/StringEquals/aws:x',
      'value',
    ],
    [
      'an emoji',
      when({ StringEquals: { 'aws:x': ['\u{1f600}'] } }),
      'STATEMENT_CHARACTER',
      'Condition/StringEquals/aws:x/0',
      'value',
    ],
    ['a condition of null', when(null), 'STATEMENT_CONDITION_FORM', 'Condition', 'value'],
    ['a list as condition', when([]), 'STATEMENT_CONDITION_FORM', 'Condition', 'value'],
    ['an empty condition', when({}), 'STATEMENT_EMPTY', 'Condition', 'value'],
    [
      'an unknown operator',
      when({ StringEqual: { 'aws:x': 'y' } }),
      'STATEMENT_OPERATOR',
      'Condition/StringEqual',
      'key',
    ],
    [
      'an operator in the wrong case',
      when({ stringEquals: { 'aws:x': 'y' } }),
      'STATEMENT_OPERATOR',
      'Condition/stringEquals',
      'key',
    ],
    [
      'an unknown set prefix',
      when({ 'ForAll:StringLike': { 'aws:x': 'y' } }),
      'STATEMENT_OPERATOR',
      'Condition/ForAll:StringLike',
      'key',
    ],
    [
      'NullIfExists',
      when({ NullIfExists: { 'aws:x': true } }),
      'STATEMENT_OPERATOR',
      'Condition/NullIfExists',
      'key',
    ],
    [
      'an operator without keys',
      when({ StringEquals: {} }),
      'STATEMENT_EMPTY',
      'Condition/StringEquals',
      'value',
    ],
    [
      'an operator with a text',
      when({ StringEquals: 'x' }),
      'STATEMENT_CONDITION_FORM',
      'Condition/StringEquals',
      'value',
    ],
    [
      'a condition key without a colon',
      when({ StringEquals: { username: 'y' } }),
      'STATEMENT_CONDITION_KEY',
      'Condition/StringEquals/username',
      'key',
    ],
    [
      'an unknown placeholder in a condition key',
      when({ StringEquals: { 'aws:ResourceTag/${x}': 'y' } }),
      'STATEMENT_PLACEHOLDER',
      'Condition/StringEquals/aws:ResourceTag/${x}',
      'key',
    ],
    [
      'a condition value of null',
      when({ StringEquals: { 'aws:x': null } }),
      'STATEMENT_CONDITION_FORM',
      'Condition/StringEquals/aws:x',
      'value',
    ],
    [
      'a map as condition value',
      when({ StringEquals: { 'aws:x': [{}] } }),
      'STATEMENT_CONDITION_FORM',
      'Condition/StringEquals/aws:x/0',
      'value',
    ],
    [
      'no condition value',
      when({ StringEquals: { 'aws:x': [] } }),
      'STATEMENT_EMPTY',
      'Condition/StringEquals/aws:x',
      'value',
    ],
    [
      'Null with a word',
      when({ Null: { 'aws:x': 'yes' } }),
      'STATEMENT_TRUE_OR_FALSE',
      'Condition/Null/aws:x',
      'value',
    ],
    [
      'Null with a variable',
      when({ Null: { 'aws:x': '${aws:y}' } }),
      'STATEMENT_TRUE_OR_FALSE',
      'Condition/Null/aws:x',
      'value',
    ],
    [
      'Null with a number',
      when({ Null: { 'aws:x': [1] } }),
      'STATEMENT_TRUE_OR_FALSE',
      'Condition/Null/aws:x/0',
      'value',
    ],
    [
      'Bool with a word',
      when({ BoolIfExists: { 'aws:x': 'yes' } }),
      'STATEMENT_TRUE_OR_FALSE',
      'Condition/BoolIfExists/aws:x',
      'value',
    ],
    [
      'an account id without quotes',
      when({ StringEquals: { 'aws:SourceAccount': 12345678901 } }),
      'STATEMENT_NUMBER_NOT_EXACT',
      'Condition/StringEquals/aws:SourceAccount',
      'value',
    ],
    [
      'a number that is none',
      when({ NumericEquals: { 'aws:x': Number.NaN } }),
      'STATEMENT_NUMBER_NOT_EXACT',
      'Condition/NumericEquals/aws:x',
      'value',
    ],
    [
      'a number too large to be exact',
      when({ NumericEquals: { 'aws:x': 2 ** 60 } }),
      'STATEMENT_NUMBER_NOT_EXACT',
      'Condition/NumericEquals/aws:x',
      'value',
    ],
    ['a Sid with a hyphen', { ...good, Sid: 'read-it' }, 'STATEMENT_SID_FORM', 'Sid', 'value'],
    ['an empty Sid', { ...good, Sid: '' }, 'STATEMENT_SID_FORM', 'Sid', 'value'],
    ['a Sid of null', { ...good, Sid: null }, 'STATEMENT_SID_FORM', 'Sid', 'value'],
    ['a reason of two lines', { ...good, reason: 'a\nb' }, 'STATEMENT_REASON', 'reason', 'value'],
    ['a blank reason', { ...good, reason: ' ' }, 'STATEMENT_REASON', 'reason', 'value'],
    ['a list as reason', { ...good, reason: ['a'] }, 'STATEMENT_REASON', 'reason', 'value'],
    ['a text as suppress', { ...good, suppress: 'x' }, 'STATEMENT_SUPPRESS', 'suppress', 'value'],
    ['a text in suppress', { ...good, suppress: ['x'] }, 'STATEMENT_SUPPRESS', 'suppress/0', 'value'],
    [
      'a suppression without reason',
      { ...good, suppress: [{ rule: 'x' }] },
      'STATEMENT_SUPPRESS',
      'suppress/0',
      'key',
    ],
    [
      'a rule that is no text',
      { ...good, suppress: [{ rule: 1, reason: 'x' }] },
      'STATEMENT_SUPPRESS',
      'suppress/0/rule',
      'value',
    ],
    [
      'an unknown key in suppress',
      { ...good, suppress: [{ rule: 'x', reason: 'x', why: 'x' }] },
      'STATEMENT_SUPPRESS',
      'suppress/0/why',
      'key',
    ],
    ['part 0', { ...good, part: 0 }, 'STATEMENT_PART', 'part', 'value'],
    ['half a part', { ...good, part: 1.5 }, 'STATEMENT_PART', 'part', 'value'],
    ['a part in quotes', { ...good, part: '1' }, 'STATEMENT_PART', 'part', 'value'],
  ])('%s', (_name, statement, ...expected) => expect(faults(statement)).toEqual([expected]))
})

describe('several faults', () => {
  it('finds them all in one run', () => {
    const found = faults({ Effect: 'allow', Action: ['x', 's3:GetObject', 3], Foo: 1 }).map(([code]) => code)
    expect(found).toEqual([
      'STATEMENT_NO_RESOURCE',
      'STATEMENT_EFFECT',
      'STATEMENT_ACTION_FORM',
      'STATEMENT_NOT_TEXT',
      'STATEMENT_UNKNOWN_KEY',
    ])
  })

  it('asks for Sid and reason where they are required', () => {
    const found = faults(good, { requireSid: true, requireReason: true })
    expect(found).toEqual([
      ['STATEMENT_NO_SID', '', 'key'],
      ['STATEMENT_NO_REASON', '', 'key'],
    ])
  })

  it('knows the placeholders that it is told', () => {
    const statement = { ...good, Resource: ['${bucket_arn}', 'arn:aws:s3:::${prefix}'] }
    expect(faults(statement, { placeholders: ['bucket_arn'] })).toEqual([
      ['STATEMENT_PLACEHOLDER', 'Resource/1', 'value'],
    ])
  })
})

describe('a suggestion names the nearest', () => {
  it.each<[unknown, string]>([
    [{ ...good, Conditions: {} }, 'Condition'],
    [{ ...good, Effect: 'allow' }, 'Allow'],
    [{ ...good, Resource: '${accountid}' }, '${account_id}'],
    [{ ...good, Resource: '${AWS::AccountId}' }, '${account_id}'],
    [when({ 'ForAnyValues:StringLke': { 'aws:x': 'y' } }), 'ForAnyValue:StringLike'],
    [when({ arnlike: { 'aws:x': 'y' } }), 'ArnLike'],
  ])('%#', (statement, nearest) => {
    const [issue, ...others] = checkStatement(statement, [], options)
    expect(others).toEqual([])
    expect(issue?.args.nearest).toBe(nearest)
  })
})
