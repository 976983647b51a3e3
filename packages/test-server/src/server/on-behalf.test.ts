import { CreateChangeSetCommand } from '@aws-sdk/client-cloudformation'
import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateGroupCommand,
  CreateRoleCommand,
} from '@aws-sdk/client-iam'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { DeleteParametersCommand, GetParametersByPathCommand, PutParameterCommand } from '@aws-sdk/client-ssm'
import { describe, expect, it } from 'vitest'
import { allow, group, role, trust } from '../testing/resources.js'
import { createStack, failuresOf, template } from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'

const server = testServer()

type Statement = Readonly<Record<string, unknown>>

/** A new account, and somebody in it who may do this. */
async function start(...statements: readonly Statement[]) {
  const account = server.newAccount()
  const Statement = statements.map((statement) => ({ Effect: 'Allow', Resource: '*', ...statement }))
  const ann = await account.createUser('ann', [JSON.stringify({ Version: '2012-10-17', Statement })])
  return { account, root: account.clients(), ...account.clientsOf(ann) }
}

const stacks = { Action: 'cloudformation:*' }
const denied = (action: string) => new RegExp(`not authorized to perform: ${action} `)

describe('what CloudFormation calls for a stack', () => {
  it('takes the permissions of whoever asked for it', async () => {
    const iam = { Action: ['iam:CreateGroup', 'iam:TagRole'] }
    const { cloudformation } = await start(stacks, iam)
    await createStack(cloudformation, 'one', { Group: group('a') })
    await createStack(cloudformation, 'two', { Role: role('b') })
    expect(await failuresOf(cloudformation, 'two')).toEqual([expect.stringMatching(denied('iam:CreateRole'))])
  })

  it('takes none with a service role, which the caller must be allowed to pass', async () => {
    const { account, root, cloudformation } = await start(stacks)
    const RoleName = 'cloudformation'
    const AssumeRolePolicyDocument = JSON.stringify(trust('cloudformation.amazonaws.com'))
    const { Role } = await root.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }))
    const RoleARN = Role?.Arn ?? ''
    const passing = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', ...stacks, Resource: '*' },
        {
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: RoleARN,
          Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
        },
      ],
    }
    const bob = account.clientsOf(await account.createUser('bob', [JSON.stringify(passing)]))
    const create = (client: typeof cloudformation) =>
      client.send(
        new CreateChangeSetCommand({
          StackName: 'one',
          ChangeSetName: 'a',
          ChangeSetType: 'CREATE',
          TemplateBody: template({ Group: group('a') }),
          Capabilities: ['CAPABILITY_NAMED_IAM'],
          RoleARN,
        }),
      )
    await expect(create(cloudformation)).rejects.toThrow(denied('iam:PassRole'))
    await create(bob.cloudformation)
  })

  it('reads a template in a bucket with the permissions of the caller', async () => {
    const { account, root, cloudformation } = await start(stacks)
    const Bucket = `b-${account.accountId}`
    await account.createBucket(Bucket)
    await root.s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: template({}) }))
    const TemplateURL = `${server.endpointUrl}/${Bucket}/k`
    const names = { StackName: 'one', ChangeSetName: 'a', ChangeSetType: 'CREATE' as const }
    const creation = cloudformation.send(new CreateChangeSetCommand({ ...names, TemplateURL }))
    await expect(creation).rejects.toThrow('S3 error: Access Denied')
  })
})

describe('attaching a policy', () => {
  it('is checked on the group or role, with the policy and the boundary as conditions', async () => {
    const boundary = 'arn:aws:iam::aws:policy/PowerUserAccess'
    const { root, iam } = await start({
      Action: ['iam:AttachGroupPolicy', 'iam:AttachRolePolicy'],
      Resource: ['arn:aws:iam::*:group/a', 'arn:aws:iam::*:role/*'],
      Condition: {
        ArnLike: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/ReadOnly*' },
        ArnEqualsIfExists: { 'iam:PermissionsBoundary': boundary },
      },
    })
    const AssumeRolePolicyDocument = JSON.stringify(trust('lambda.amazonaws.com'))
    for (const name of ['a', 'b']) {
      await root.iam.send(new CreateGroupCommand({ GroupName: name }))
      const bounded = {
        PermissionsBoundary: name === 'a' ? boundary : 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      }
      await root.iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument, ...bounded }))
    }
    const arn = (name: string) => `arn:aws:iam::aws:policy/${name}`
    const toGroup = (GroupName: string, name: string) =>
      iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: arn(name) }))
    const toRole = (RoleName: string, name: string) =>
      iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: arn(name) }))
    await toGroup('a', 'ReadOnlyAccess')
    await toRole('a', 'ReadOnlyAccess')
    await expect(toGroup('b', 'ReadOnlyAccess')).rejects.toThrow(denied('iam:AttachGroupPolicy'))
    await expect(toGroup('a', 'AdministratorAccess')).rejects.toThrow(denied('iam:AttachGroupPolicy'))
    await expect(toRole('b', 'ReadOnlyAccess')).rejects.toThrow(denied('iam:AttachRolePolicy'))
    await expect(toRole('a', 'AdministratorAccess')).rejects.toThrow(denied('iam:AttachRolePolicy'))
  })
})

describe('parameters', () => {
  it('are checked by path and each by its name', async () => {
    const { root, ssm } = await start({
      Action: ['ssm:GetParametersByPath', 'ssm:DeleteParameters'],
      Resource: ['arn:aws:ssm:*:*:parameter/mine', 'arn:aws:ssm:*:*:parameter/mine/*'],
    })
    for (const Name of ['/mine/a', '/other/a'])
      await root.ssm.send(new PutParameterCommand({ Name, Value: 'x', Type: 'String' }))
    const read = (Path: string) => ssm.send(new GetParametersByPathCommand({ Path }))
    const remove = (...Names: string[]) => ssm.send(new DeleteParametersCommand({ Names }))
    expect((await read('/mine/')).Parameters).toHaveLength(1)
    await expect(read('/other')).rejects.toThrow(denied('ssm:GetParametersByPath'))
    await expect(remove('/mine/a', '/other/a')).rejects.toThrow(denied('ssm:DeleteParameters'))
    expect((await remove('/mine/a')).DeletedParameters).toEqual(['/mine/a'])
  })
})

describe('another partition', () => {
  it('has ARNs of its own, in what is written and what is read', async () => {
    const account = server.newAccount()
    const region = 'us-gov-west-1'
    const arn = `arn:aws-us-gov:iam::${account.accountId}:group/a`
    const document = JSON.stringify(allow('iam:CreateGroup', arn))
    const ann = await account.createUser('ann', [document], region)
    const { iam } = account.clientsOf(ann, { region })
    expect((await iam.send(new CreateGroupCommand({ GroupName: 'a' }))).Group?.Arn).toBe(arn)
    await expect(iam.send(new CreateGroupCommand({ GroupName: 'b' }))).rejects.toThrow(
      denied('iam:CreateGroup'),
    )
  })
})
