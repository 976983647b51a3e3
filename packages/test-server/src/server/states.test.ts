import {
  CreateChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  ListChangeSetsCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation'
import { CreateGroupCommand } from '@aws-sdk/client-iam'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import {
  DeleteParametersCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
} from '@aws-sdk/client-ssm'
import { describe, expect, it } from 'vitest'
import { allow, group, inline } from '../testing/resources.js'
import { createChangeSet, createStack, deleteStack, template, waitForStack } from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'

const server = testServer()

const one = { StackName: 'one' }
const groupThat = (action: string) => template({ G: group('a', { Policies: inline('p', allow(action)) }) })

function start() {
  const account = server.newAccount()
  const { cloudformation, iam } = account.clients()
  const create = (ChangeSetName: string, ChangeSetType: 'CREATE' | 'UPDATE', action = 's3:GetObject') =>
    createChangeSet(cloudformation, { ...one, ChangeSetName, ChangeSetType, TemplateBody: groupThat(action) })
  return { account, cloudformation, iam, create }
}

async function startBusy() {
  const { account, cloudformation, create } = start()
  const { StackId } = await createStack(cloudformation, 'one', { G: group('a') })
  await create('first', 'UPDATE')
  await account.setPace(300)
  await cloudformation.send(new ExecuteChangeSetCommand({ ...one, ChangeSetName: 'first' }))
  return { StackId, cloudformation, create }
}

describe('a stack at work', () => {
  it('takes no change set, and is not deleted', async () => {
    const { StackId, cloudformation, create } = await startBusy()
    const state = `Stack:${StackId} is in UPDATE_IN_PROGRESS state and can not be updated.`
    await expect(create('second', 'UPDATE')).rejects.toMatchObject({
      name: 'ValidationError',
      message: state,
    })
    await expect(
      cloudformation.send(new ExecuteChangeSetCommand({ ...one, ChangeSetName: 'first' })),
    ).rejects.toThrow(state)
    await expect(cloudformation.send(new DeleteStackCommand(one))).rejects.toThrow(
      `Stack [${StackId}] cannot be deleted while in status UPDATE_IN_PROGRESS`,
    )
    expect((await waitForStack(cloudformation, 'one')).StackStatus).toBe('UPDATE_COMPLETE')
  })
})

describe('a stack in review', () => {
  it('is none for an UPDATE change set', async () => {
    const { create } = start()
    await create('first', 'CREATE')
    await expect(create('second', 'UPDATE')).rejects.toThrow('Stack [one] does not exist')
  })
})

describe('a stack whose creation was rolled back', () => {
  it.each(['CREATE', 'UPDATE'] as const)('takes no %s change set', async (type) => {
    const { cloudformation, iam, create } = start()
    await iam.send(new CreateGroupCommand({ GroupName: 'a' }))
    const { StackId, StackStatus } = await createStack(cloudformation, 'one', { G: group('a') })
    expect(StackStatus).toBe('ROLLBACK_COMPLETE')
    await expect(create('first', type)).rejects.toThrow(
      `Stack:${StackId} is in ROLLBACK_COMPLETE state and can not be updated.`,
    )
  })
})

describe('a deleted stack', () => {
  it.each([
    new GetTemplateCommand(one),
    new ListStackResourcesCommand(one),
    new DescribeStackEventsCommand(one),
    new ListChangeSetsCommand(one),
  ])('is found by its id only: $constructor.name', async (command) => {
    const { cloudformation } = start()
    const stack = await createStack(cloudformation, 'one', { G: group('a') })
    await deleteStack(cloudformation, stack)
    await expect(cloudformation.send(command as GetTemplateCommand)).rejects.toThrow(
      'Stack [one] does not exist',
    )
    await cloudformation.send(new DescribeStackEventsCommand({ StackName: stack.StackId }))
  })

  it('makes way for a new one', async () => {
    const { cloudformation, create } = start()
    await deleteStack(cloudformation, await createStack(cloudformation, 'one', { G: group('a') }))
    expect((await create('first', 'CREATE')).Status).toBe('CREATE_COMPLETE')
  })
})

it('a change set is found through the id of its stack', async () => {
  const { cloudformation, create } = start()
  const { StackId: StackName } = await createStack(cloudformation, 'one', { G: group('a') })
  await create('first', 'UPDATE')
  const { Summaries } = await cloudformation.send(new ListChangeSetsCommand({ StackName }))
  const named = { StackName, ChangeSetName: 'first' }
  const { Status } = await cloudformation.send(new DescribeChangeSetCommand(named))
  expect([Summaries?.length, Status]).toEqual([1, 'CREATE_COMPLETE'])
  await expect(
    cloudformation.send(new CreateChangeSetCommand({ ...named, TemplateBody: groupThat('s3:*') })),
  ).rejects.toMatchObject({ name: 'AlreadyExistsException' })
  await cloudformation.send(new ExecuteChangeSetCommand(named))
})

it('a bucket of somebody else than expected is refused', async () => {
  const { account } = start()
  const Bucket = `b-${account.accountId}`
  await account.createBucket(Bucket)
  const { s3 } = account.clients()
  const object = { Bucket, Key: 'k' }
  await s3.send(new PutObjectCommand({ ...object, Body: 'x', ExpectedBucketOwner: account.accountId }))
  const refused = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } }
  const ExpectedBucketOwner = '123456789012'
  await expect(s3.send(new PutObjectCommand({ ...object, ExpectedBucketOwner }))).rejects.toMatchObject(
    refused,
  )
  await expect(s3.send(new GetObjectCommand({ ...object, ExpectedBucketOwner }))).rejects.toMatchObject(
    refused,
  )
})

it('more than ten parameters at once are refused', async () => {
  const { ssm } = start().account.clients()
  const names = (length: number) => Array.from({ length }, (_, n) => `/a/${n}`)
  const refused = { name: 'ValidationException' }
  await ssm.send(new GetParametersCommand({ Names: names(10) }))
  await expect(ssm.send(new GetParametersCommand({ Names: names(11) }))).rejects.toMatchObject(refused)
  await ssm.send(new DeleteParametersCommand({ Names: names(10) }))
  await expect(ssm.send(new DeleteParametersCommand({ Names: names(11) }))).rejects.toMatchObject(refused)
  await ssm.send(new GetParametersByPathCommand({ Path: '/a', MaxResults: 10 }))
  await expect(ssm.send(new GetParametersByPathCommand({ Path: '/a', MaxResults: 11 }))).rejects.toThrow(
    "Value '11' at 'maxResults'",
  )
})
