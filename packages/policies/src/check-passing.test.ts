import { describe, expect, it } from 'vitest'
import { checkPassing } from './check-passing.js'

const paths = (statement: unknown) => checkPassing([statement]).map(({ path }) => path.join('/'))

describe('a policy template', () => {
  it.each([
    ['iam:PassRole', ['statements/0/Action']],
    ['IAM:passrole', ['statements/0/Action']],
    ['iam:*', ['statements/0/Action']],
    ['*', ['statements/0/Action']],
    [['s3:GetObject', 'iam:Pass????'], ['statements/0/Action/1']],
  ])('may not grant %j', (Action, expected) => expect(paths({ Effect: 'Allow', Action })).toEqual(expected))

  it.each([
    { Effect: 'Allow', Action: ['iam:GetRole', 's3:*', 'iam.*'] },
    { Effect: 'Deny', Action: 'iam:PassRole' },
    { Effect: 'Allow', NotAction: 'iam:PassRole' },
    { Effect: 'Allow', Action: 7 },
    null,
  ])('may hold %j', (statement) => expect(paths(statement)).toEqual([]))
})
