import { type ContextEntry, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { beforeAll, describe, expect, it } from 'vitest'
import { allow, group, inline, managedPolicy, role } from '../testing/resources.js'
import { createStack } from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'

const account = testServer().newAccount()
const { cloudformation, iam } = account.clients()

const onlyWithMfa = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 's3:DeleteObject',
      Resource: '*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    },
  ],
}

beforeAll(async () => {
  await createStack(cloudformation, 'one', {
    Boundary: managedPolicy('boundary', allow('s3:Get*')),
    Group: group('readers', {
      Path: '/team/',
      ManagedPolicyArns: [{ Ref: 'Boundary' }],
      Policies: [
        ...inline('write', allow('s3:PutObject', 'arn:aws:s3:::a/*')),
        ...inline('mfa', onlyWithMfa),
      ],
    }),
    Role: role('worker', {
      Path: '/team/',
      PermissionsBoundary: { Ref: 'Boundary' },
      Policies: inline('all', allow('s3:*')),
    }),
  })
})

async function decisions(entity: string, action: string, resources: string[], context: ContextEntry[] = []) {
  const { EvaluationResults = [] } = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: `arn:aws:iam::${account.accountId}:${entity}`,
      ActionNames: [action],
      ResourceArns: resources,
      ContextEntries: context,
    }),
  )
  return EvaluationResults.map(({ EvalDecision }) => EvalDecision)
}

const mfa = { ContextKeyName: 'aws:MultiFactorAuthPresent', ContextKeyType: 'boolean' as const }

describe('the policy simulator', () => {
  it.each([
    {
      name: 'knows the inline policies of a group, and each resource asked for',
      asked: ['group/team/readers', 's3:PutObject', ['arn:aws:s3:::a/k', 'arn:aws:s3:::b/k']] as const,
      answer: ['allowed', 'implicitDeny'],
    },
    {
      name: 'knows the managed policies of a group',
      asked: ['group/team/readers', 's3:GetObject', ['*']] as const,
      answer: ['allowed'],
    },
    {
      name: 'knows roles under a path',
      asked: ['role/team/worker', 's3:GetObject', ['*']] as const,
      answer: ['allowed'],
    },
    {
      name: 'knows boundaries',
      asked: ['role/team/worker', 's3:PutObject', ['*']] as const,
      answer: ['implicitDeny'],
    },
  ])('$name', async ({ asked: [entity, action, resources], answer }) => {
    expect(await decisions(entity, action, [...resources])).toEqual(answer)
  })

  it.each([
    { value: 'true', answer: 'allowed' },
    { value: 'false', answer: 'implicitDeny' },
  ])('takes context keys: MFA $value', async ({ value, answer }) => {
    const context = [{ ...mfa, ContextKeyValues: [value] }]
    expect(await decisions('group/team/readers', 's3:DeleteObject', ['*'], context)).toEqual([answer])
  })

  it('refuses a principal that does not exist', async () => {
    await expect(decisions('group/none', 's3:GetObject', ['*'])).rejects.toMatchObject({
      name: 'NoSuchEntityException',
    })
  })
})
