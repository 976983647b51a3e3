import {
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { trustPolicy } from '../testing/make-estate.js'
import { openTestIam } from '../testing/open-test-iam.js'
import { simulateStatements } from './simulate-statements.js'

const server = testServer()
const allowing = (Action: readonly string[], Condition?: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action, Resource: 'arn:aws:s3:::edge-*', ...(Condition && { Condition }) },
    ],
  })

/** A group that may read and, with MFA, delete; a role that may do both, within a boundary that allows reading. */
async function prepare() {
  const account = server.newAccount()
  const { iam } = account.clients()
  const arnOf = (path: string) => `arn:aws:iam::${account.accountId}:${path}`
  const withMfa = allowing(['s3:DeleteObject'], { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })
  await iam.send(new CreateGroupCommand({ GroupName: 'g' }))
  const read = allowing(['s3:GetObject', 's3:GetObjectTagging'])
  await iam.send(new PutGroupPolicyCommand({ GroupName: 'g', PolicyName: 'read', PolicyDocument: read }))
  await iam.send(new PutGroupPolicyCommand({ GroupName: 'g', PolicyName: 'mfa', PolicyDocument: withMfa }))
  await iam.send(new CreatePolicyCommand({ PolicyName: 'limit', PolicyDocument: read }))
  const role = { RoleName: 'r', PermissionsBoundary: arnOf('policy/limit') }
  await iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: JSON.stringify(trustPolicy) }))
  const both = allowing(['s3:GetObject', 's3:DeleteObject'])
  await iam.send(new PutRolePolicyCommand({ RoleName: 'r', PolicyName: 'own', PolicyDocument: both }))
  return { account, group: arnOf('group/g'), role: arnOf('role/r') }
}

const inside = 'arn:aws:s3:::edge-data/key'
const outside = 'arn:aws:s3:::other/key'
const reading = { label: 'reads', actions: ['s3:GetObject', 's3:GetObjectTagging'], resources: [inside] }
const deleting = { label: 'deletes', actions: ['s3:DeleteObject'], resources: [inside] }
const mfa = { key: 'aws:MultiFactorAuthPresent', values: ['true'], type: 'boolean' } as const

describe('simulateStatements', () => {
  it('finds allowed what a group allows, on every resource, and with the context it asks for', async () => {
    const { account, group } = await prepare()
    const resources = [inside, 'arn:aws:s3:::edge-more/key']
    const cases = [
      { principalArn: group, ...reading, resources },
      { principalArn: group, ...deleting, context: [mfa] },
    ]
    expect(await simulateStatements(openTestIam(server.endpointUrl, account.root), cases)).toEqual([
      { principalArn: group, label: 'reads', verdict: { kind: 'allowed' } },
      { principalArn: group, label: 'deletes', verdict: { kind: 'allowed' } },
    ])
  })

  it('names the one action and resource that nothing allows', async () => {
    const { account, group } = await prepare()
    const cases = [
      { principalArn: group, ...reading, resources: [inside, outside], actions: ['s3:GetObject'] },
    ]
    const [result] = await simulateStatements(openTestIam(server.endpointUrl, account.root), cases)
    const refusal = {
      action: 's3:GetObject',
      resource: outside,
      decision: 'implicitDeny',
      by: 'identity-policies',
    }
    expect(result?.verdict).toEqual({ kind: 'denied', refusals: [refusal] })
  })

  it('finds denied what the boundary refuses', async () => {
    const { account, role } = await prepare()
    const api = openTestIam(server.endpointUrl, account.root)
    const [read, deleted] = await simulateStatements(api, [
      { principalArn: role, ...reading, actions: ['s3:GetObject'] },
      { principalArn: role, ...deleting },
    ])
    expect(read?.verdict).toEqual({ kind: 'allowed' })
    // MiniStack does not tell what refuses; IAM does.
    expect(deleted?.verdict).toMatchObject({ kind: 'denied', refusals: [{ action: 's3:DeleteObject' }] })
  })

  it('says so where it may not ask, and where there is nobody to ask about', async () => {
    const { account, group } = await prepare()
    const nobody = openTestIam(server.endpointUrl, await account.createUser('nobody'))
    const root = openTestIam(server.endpointUrl, account.root)
    const [denied] = await simulateStatements(nobody, [{ principalArn: group, ...reading }])
    const [unknown] = await simulateStatements(root, [{ principalArn: `${group}-gone`, ...reading }])
    const reason = expect.stringContaining('iam:SimulatePrincipalPolicy')
    expect(denied?.verdict).toEqual({ kind: 'not-checked', reason })
    expect(unknown?.verdict).toEqual({ kind: 'not-checked', reason: expect.stringContaining('NoSuchEntity') })
  })
})
