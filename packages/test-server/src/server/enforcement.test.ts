import { ListStacksCommand } from '@aws-sdk/client-cloudformation'
import { CreateGroupCommand, GetGroupCommand, ListGroupsCommand } from '@aws-sdk/client-iam'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import { allow, group, inline } from '../testing/resources.js'
import { createStack } from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'

const server = testServer()

describe('a user', () => {
  it('may do what its policies allow, and nothing else', async () => {
    const account = server.newAccount()
    const ann = await account.createUser('ann', [
      JSON.stringify(allow('iam:ListGroups')),
      JSON.stringify(allow('iam:GetGroup', `arn:aws:iam::${account.accountId}:group/a`)),
    ])
    for (const GroupName of ['a', 'b'])
      await account.clients().iam.send(new CreateGroupCommand({ GroupName }))
    const { cloudformation, iam } = account.clientsOf(ann)
    await iam.send(new ListGroupsCommand({}))
    await iam.send(new GetGroupCommand({ GroupName: 'a' }))
    await expect(iam.send(new GetGroupCommand({ GroupName: 'b' }))).rejects.toThrow(
      /ann is not authorized to perform: iam:GetGroup/,
    )
    await expect(cloudformation.send(new ListStacksCommand({}))).rejects.toMatchObject({
      name: 'AccessDenied',
    })
  })

  it('may do what a group of a stack allows, once it is in it', async () => {
    const account = server.newAccount()
    const Bucket = `b-${account.accountId}`
    await account.createBucket(Bucket)
    await account.clients().s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }))
    const read = allow('s3:GetObject', `arn:aws:s3:::${Bucket}/*`)
    await createStack(account.clients().cloudformation, 'one', {
      Group: group('readers', { Policies: inline('read', read) }),
    })
    const { s3 } = account.clientsOf(await account.createUser('ann'))
    const get = () => s3.send(new GetObjectCommand({ Bucket, Key: 'k' }))
    await expect(get()).rejects.toMatchObject({ name: 'AccessDenied' })
    await account.addUserToGroup('ann', 'readers')
    await get()
    await expect(s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'y' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    })
  })

  it('is refused with a wrong secret', async () => {
    const account = server.newAccount()
    const ann = await account.createUser('ann', [JSON.stringify(allow('*'))])
    const { sts } = account.clientsOf({ ...ann, secretAccessKey: 'wrong' })
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    })
  })
})

it('accounts do not see each other', async () => {
  const [one, two] = [server.newAccount(), server.newAccount()]
  await one.clients().iam.send(new CreateGroupCommand({ GroupName: 'a' }))
  const { Groups } = await two.clients().iam.send(new ListGroupsCommand({}))
  expect([one.accountId, Groups]).toEqual([expect.stringMatching(/^\d{12}$/), []])
  expect(two.accountId).not.toBe(one.accountId)
})
