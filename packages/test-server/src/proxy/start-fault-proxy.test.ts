import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DescribeStacksCommand,
  ListStacksCommand,
} from '@aws-sdk/client-cloudformation'
import { CreateGroupCommand, GetRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { GetObjectCommand, HeadBucketCommand, ListBucketsCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { DeleteParametersCommand, GetParameterCommand, PutParameterCommand } from '@aws-sdk/client-ssm'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createClients } from '../accounts/clients.js'
import { group } from '../testing/resources.js'
import { template } from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'
import type { Fault } from './faults.js'
import { startFaultProxy } from './start-fault-proxy.js'

const server = testServer()
const proxy = await startFaultProxy(server.endpointUrl)

beforeEach(() => proxy.reset())
afterAll(() => proxy.stop())

function start() {
  const account = server.newAccount()
  return { account, ...createClients(proxy.endpointUrl, account.root) }
}

/** Clients that try once, so that a test sees the fault and not what becomes of it. */
function startOnce() {
  const { account } = start()
  const settings = {
    endpoint: proxy.endpointUrl,
    region: 'eu-central-1',
    credentials: account.root,
    maxAttempts: 1,
  }
  return { account, cloudformation: new CloudFormationClient(settings), iam: new IAMClient(settings) }
}

const statuses = () => proxy.calls.map(({ status }) => status)

describe('without a fault', () => {
  it('passes calls of every protocol on, and names and counts them', async () => {
    const { account, cloudformation, iam, s3, ssm, sts } = start()
    const Bucket = `b-${account.accountId}`
    await account.createBucket(Bucket)
    await sts.send(new GetCallerIdentityCommand({}))
    await cloudformation.send(new ListStacksCommand({}))
    await iam.send(new CreateGroupCommand({ GroupName: 'a' }))
    await s3.send(new PutObjectCommand({ Bucket, Key: 'folder/key with space', Body: 'text' }))
    await s3.send(new HeadBucketCommand({ Bucket }))
    await s3.send(new ListBucketsCommand({}))
    await ssm.send(new PutParameterCommand({ Name: '/a/b', Value: 'c', Type: 'String' }))
    expect(proxy.calls).toEqual([
      { n: 1, call: 'sts:GetCallerIdentity', status: 200 },
      { n: 2, call: 'cloudformation:ListStacks', status: 200 },
      { n: 3, call: 'iam:CreateGroup', status: 200 },
      { n: 4, call: 's3:PutObject', status: 200 },
      { n: 5, call: 's3:HeadBucket', status: 200 },
      { n: 6, call: 's3:ListBuckets', status: 200 },
      { n: 7, call: 'ssm:PutParameter', status: 200 },
    ])
  })

  it('leaves refusals of the server as they are', async () => {
    const { iam } = start()
    await expect(iam.send(new GetRoleCommand({ RoleName: 'none' }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
    })
    expect(statuses()).toEqual([404])
  })

  it('keeps bytes, and a template may be named by an address of the proxy', async () => {
    const { account, cloudformation, s3 } = start()
    const Bucket = `b-${account.accountId}`
    await account.createBucket(Bucket)
    const Body = template({ Group: group('wörk') })
    await s3.send(new PutObjectCommand({ Bucket, Key: 't.json', Body, ChecksumAlgorithm: 'SHA256' }))
    const { Body: read } = await s3.send(new GetObjectCommand({ Bucket, Key: 't.json' }))
    expect(await read?.transformToString()).toBe(Body)
    await cloudformation.send(
      new CreateChangeSetCommand({
        StackName: 'one',
        ChangeSetName: 'one',
        ChangeSetType: 'CREATE',
        TemplateURL: `${proxy.endpointUrl}/${Bucket}/t.json`,
        Capabilities: ['CAPABILITY_NAMED_IAM'],
      }),
    )
    expect(proxy.calls.at(-1)).toEqual({ n: 3, call: 'cloudformation:CreateChangeSet', status: 200 })
  })
})

describe('a fault that a retry survives', () => {
  it.each<{ fault: Fault; seen: unknown[] }>([
    { fault: { kind: 'throttle' }, seen: [400, 200] },
    { fault: { kind: 'throttle', times: 2 }, seen: [400, 400, 200] },
    { fault: { kind: 'server-error' }, seen: [500, 200] },
    { fault: { kind: 'cut-before' }, seen: ['cut-before', 200] },
    { fault: { kind: 'cut-after' }, seen: ['cut-after', 409] },
    { fault: { kind: 'delay', delayMs: 30 }, seen: [200] },
  ])('$fault', async ({ fault, seen }) => {
    const { iam } = start()
    proxy.inject({ at: { n: 1 }, fault })
    await iam.send(new CreateGroupCommand({ GroupName: 'a' })).catch(() => undefined)
    expect(statuses()).toEqual(seen)
  })

  it('is seen as throttling in every protocol', async () => {
    const { account, cloudformation, s3, ssm } = start()
    const Bucket = `b-${account.accountId}`
    await account.createBucket(Bucket)
    for (const call of ['cloudformation:ListStacks', 's3:HeadBucket', 'ssm:PutParameter'])
      proxy.inject({ at: { call }, fault: { kind: 'throttle' } })
    await cloudformation.send(new ListStacksCommand({}))
    await s3.send(new HeadBucketCommand({ Bucket }))
    await ssm.send(new PutParameterCommand({ Name: '/a', Value: 'b', Type: 'String' }))
    expect(statuses()).toEqual([400, 200, 503, 200, 400, 200])
  })
})

describe('a fault that ends a call', () => {
  it('closes the connection before the server acted', async () => {
    const { account, iam } = startOnce()
    proxy.inject({ at: { call: 'iam:CreateGroup' }, fault: { kind: 'cut-before' } })
    const GroupName = 'a'
    await expect(iam.send(new CreateGroupCommand({ GroupName }))).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
    await account.clients().iam.send(new CreateGroupCommand({ GroupName }))
  })

  it('closes the connection after the server acted', async () => {
    const { account, iam } = startOnce()
    proxy.inject({ at: { call: 'iam:CreateGroup' }, fault: { kind: 'cut-after' } })
    const GroupName = 'a'
    await expect(iam.send(new CreateGroupCommand({ GroupName }))).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
    await expect(account.clients().iam.send(new CreateGroupCommand({ GroupName }))).rejects.toThrow(
      'already exists',
    )
  })

  it('never answers until the proxy is reset', async () => {
    const { iam } = startOnce()
    proxy.inject({ at: { n: 1 }, fault: { kind: 'stall' } })
    const call = iam.send(new CreateGroupCommand({ GroupName: 'a' })).catch(({ code }) => code)
    const first = await Promise.race([call, new Promise((resolve) => setTimeout(resolve, 100, 'waiting'))])
    expect([first, statuses()]).toEqual(['waiting', ['stalled']])
    proxy.reset()
    expect(await call).toBe('ECONNRESET')
  })

  it('denies a call from then on, in the words of the protocol', async () => {
    const { cloudformation, s3, ssm } = start()
    for (const call of ['cloudformation:ListStacks', 's3:HeadBucket', 's3:GetObject', 'ssm:GetParameter'])
      proxy.inject({ at: { call }, fault: { kind: 'deny' } })
    const denied = { name: 'AccessDenied' }
    await expect(cloudformation.send(new ListStacksCommand({}))).rejects.toMatchObject(denied)
    await expect(cloudformation.send(new ListStacksCommand({}))).rejects.toThrow(
      'is not authorized to perform: cloudformation:ListStacks',
    )
    await expect(s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }))).rejects.toMatchObject(denied)
    await expect(s3.send(new HeadBucketCommand({ Bucket: 'b' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    })
    await expect(ssm.send(new GetParameterCommand({ Name: 'a' }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    })
  })

  it('answers with any error', async () => {
    const { cloudformation, ssm } = start()
    const error = {
      kind: 'error' as const,
      status: 400,
      code: 'AlreadyExistsException',
      message: 'Full: 2000 <stacks>',
    }
    proxy.inject({ at: { n: 1 }, fault: error })
    proxy.inject({ at: { n: 2 }, fault: { ...error, code: 'TooManyUpdates' } })
    const first = cloudformation.send(new DescribeStacksCommand({}))
    await expect(first).rejects.toMatchObject({ name: error.code, message: error.message })
    const second = ssm.send(new DeleteParametersCommand({ Names: ['a'] }))
    await expect(second).rejects.toMatchObject({ name: 'TooManyUpdates', message: error.message })
  })
})

describe('an answer in place of the server', () => {
  const group = '<GroupName>made-up</GroupName><Path>/</Path><GroupId>G</GroupId><Arn>arn</Arn>'
  const body = `<CreateGroupResponse><CreateGroupResult><Group>${group}</Group></CreateGroupResult></CreateGroupResponse>`

  it('is what the caller gets, as often as asked for, and the server sees nothing', async () => {
    const { iam } = start()
    proxy.inject({ at: { call: 'iam:CreateGroup' }, fault: { kind: 'answer', status: 200, body, times: 2 } })
    const create = () => iam.send(new CreateGroupCommand({ GroupName: 'a' }))
    const names = [await create(), await create(), await create()].map(({ Group }) => Group?.GroupName)
    expect(names).toEqual(['made-up', 'made-up', 'a'])
    expect(statuses()).toEqual([200, 200, 200])
  })

  it('has the status and the type that the test says', async () => {
    const { ssm } = start()
    const answer = { kind: 'answer', contentType: 'application/x-amz-json-1.1' } as const
    const [good, bad] = ['{"Parameter":{"Value":"é"}}', '{"__type":"ParameterNotFound","message":"none"}']
    proxy.inject({ at: { n: 1 }, fault: { ...answer, status: 200, body: good } })
    proxy.inject({ at: { n: 2 }, fault: { ...answer, status: 400, body: bad } })
    const get = () => ssm.send(new GetParameterCommand({ Name: 'a' }))
    expect((await get()).Parameter?.Value).toBe('é')
    await expect(get()).rejects.toMatchObject({ name: 'ParameterNotFound' })
  })
})

it('calls back before the call is passed on', async () => {
  const { iam } = start()
  const seen: unknown[] = []
  proxy.inject({ at: { n: 2 }, fault: { kind: 'call', run: () => void seen.push(statuses()) } })
  await iam.send(new CreateGroupCommand({ GroupName: 'a' }))
  await iam.send(new CreateGroupCommand({ GroupName: 'b' }))
  expect([seen, statuses()]).toEqual([[[200, 'pending']], [200, 200]])
})

it('hits the nth call of a name only', async () => {
  const { iam } = startOnce()
  proxy.inject({ at: { call: 'iam:CreateGroup', nth: 2 }, fault: { kind: 'throttle' } })
  await iam.send(new CreateGroupCommand({ GroupName: 'a' }))
  await expect(iam.send(new CreateGroupCommand({ GroupName: 'b' }))).rejects.toMatchObject({
    name: 'Throttling',
  })
  await iam.send(new CreateGroupCommand({ GroupName: 'b' }))
})
