import { CreateChangeSetCommand, DeleteStackCommand } from '@aws-sdk/client-cloudformation'
import { AttachGroupPolicyCommand, CreateGroupCommand, CreateRoleCommand } from '@aws-sdk/client-iam'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { DeleteParametersCommand, GetParametersByPathCommand, PutParameterCommand } from '@aws-sdk/client-ssm'
import { describe, expect, it } from 'vitest'
import { allow, group, inline, role, trust } from '../testing/resources.js'
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
    const iam = { Action: ['iam:CreateGroup', 'iam:DeleteGroup'] }
    const { cloudformation } = await start(stacks, iam)
    await createStack(cloudformation, 'one', { Group: group('a') })
    await createStack(cloudformation, 'two', { Role: role('b') })
    expect(await failuresOf(cloudformation, 'two')).toEqual([
      expect.stringMatching(denied('iam:CreateRole')),
      expect.anything(),
    ])
  })

  it('is checked on the group, with the policy that is attached as a condition', async () => {
    const { account, cloudformation } = await start(stacks, {
      Action: ['iam:*Group*'],
      Resource: 'arn:aws:iam::*:group/a',
      Condition: { ArnLike: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/ReadOnlyAccess' } },
    })
    await account.clients().iam.send(new CreateGroupCommand({ GroupName: 'a' }))
    const attach = (name: string) =>
      account.clientsOf(account.root).iam.send(
        new AttachGroupPolicyCommand({ GroupName: 'a', PolicyArn: `arn:aws:iam::aws:policy/${name}` }),
      )
    await attach('ReadOnlyAccess')
    await createStack(cloudformation, 'one', { Group: group('b') })
    expect((await failuresOf(cloudformation, 'one'))[0]).toMatch(denied('iam:CreateGroup'))
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

  it('is the root user who may do everything', async () => {
    const { root } = await start()
    const { StackStatus } = await createStack(root.cloudformation, 'one', {
      Group: group('a', { Policies: inline('p', allow('s3:GetObject')) }),
    })
    expect(StackStatus).toBe('CREATE_COMPLETE')
    await root.cloudformation.send(new DeleteStackCommand({ StackName: 'one' }))
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
    await expect(iam.send(new CreateGroupCommand({ GroupName: 'b' }))).rejects.toThrow(denied('iam:CreateGroup'))
  })
})
