import { AttachRolePolicyCommand, CreatePolicyCommand, CreateRoleCommand } from '@aws-sdk/client-iam'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { deleteStack } from '../delete/delete-stack.js'
import { detectDrift } from '../drift/detect-drift.js'
import type { StackEvent } from '../ports.js'
import { describeBusy } from '../stack/describe-busy.js'
import { deploy, nextName, openStacks, realWaiting, template } from './testing/test-life.js'

const server = testServer()
const stackName = 'acme-stack'
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}
const nothing = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] }
const role = (name: string, more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { RoleName: name, AssumeRolePolicyDocument: trust, ...more },
})
const linesOf = (events: readonly StackEvent[]) =>
  events.map(({ logicalId, status }) => `${logicalId} ${status}`)

function open() {
  const account = server.newAccount()
  return { account, api: openStacks(server.endpointUrl, account), clients: account.clients() }
}

const deleteIt = async (api: ReturnType<typeof open>['api']) => {
  const stack = await api.describeStack(stackName)
  if (!stack) throw new Error('no stack')
  return deleteStack(api, { stackId: stack.stackId, stackName, token: nextName() }, realWaiting())
}

describe('a deployment', () => {
  it('creates, updates and deletes, and tells every event once', async () => {
    const { api } = open()
    const created = await deploy(api, stackName, 'CREATE', template({ A: role('a') }))
    expect(created.result).toMatchObject({ kind: 'complete', status: 'CREATE_COMPLETE', leftBehind: [] })
    expect(linesOf(created.told)).toEqual([
      `${stackName} CREATE_IN_PROGRESS`,
      'A CREATE_IN_PROGRESS',
      'A CREATE_COMPLETE',
      `${stackName} CREATE_COMPLETE`,
    ])
    const updated = await deploy(api, stackName, 'UPDATE', template({ A: role('a', { Description: 'b' }) }))
    expect(updated.result).toMatchObject({ kind: 'complete', status: 'UPDATE_COMPLETE' })
    expect(updated.told.every((event) => event.clientRequestToken === updated.token)).toBe(true)
    expect(await deleteIt(api)).toMatchObject({ kind: 'complete', status: 'DELETE_COMPLETE' })
    expect(await api.describeStack(stackName)).toBeUndefined()
  })

  it('that fails tells which resource, and why', async () => {
    const { api, clients } = open()
    await clients.iam.send(
      new CreateRoleCommand({ RoleName: 'b', AssumeRolePolicyDocument: JSON.stringify(trust) }),
    )
    const body = template({
      A: role('a'),
      B: { ...role('b'), DependsOn: 'A' },
      C: { ...role('c'), DependsOn: 'B' },
    })
    const { result } = await deploy(api, stackName, 'CREATE', body)
    expect(result).toMatchObject({
      kind: 'failed',
      status: 'ROLLBACK_COMPLETE',
      rootCause: {
        logicalId: 'B',
        resourceType: 'AWS::IAM::Role',
        status: 'CREATE_FAILED',
        reason: expect.stringContaining('already exists'),
        hint: expect.stringContaining('the name is taken'),
      },
    })
    expect(await deleteIt(api)).toMatchObject({ kind: 'complete' })
  })

  it('that fails its early validation tells what that found', async () => {
    const { api, clients } = open()
    const bucket = `acme-${server.newAccount().accountId}`
    const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' } as const
    await clients.s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }))
    const body = template({ Store: { Type: 'AWS::S3::Bucket', Properties: { BucketName: bucket } } })
    const { result } = await deploy(api, stackName, 'CREATE', body)
    expect(result).toMatchObject({
      kind: 'failed',
      rootCause: { logicalId: 'Store', status: 'VALIDATION_ERROR', path: '/Resources/Store' },
    })
  })

  it('is followed while it is at work, and others learn who is', async () => {
    const { account, api } = open()
    const pace = (ms: number) =>
      fetch(`${server.endpointUrl}/_test/pace?account=${account.accountId}&ms=${ms}`, { method: 'POST' })
    await pace(150)
    const deployment = deploy(
      api,
      stackName,
      'CREATE',
      template({ A: role('a'), B: role('b'), C: role('c') }),
    )
    let busy: unknown
    while (busy === undefined) {
      const stack = await api.describeStack(stackName)
      if (stack?.status === 'CREATE_IN_PROGRESS') busy = await describeBusy(api, stack, realWaiting())
    }
    expect(busy).toMatchObject({ status: 'CREATE_IN_PROGRESS', action: 'deploy', who: 'alice' })
    const { result, told } = await deployment
    expect(result).toMatchObject({ kind: 'complete', status: 'CREATE_COMPLETE' })
    expect(new Set(told.map((event) => event.eventId)).size).toBe(8)
    await pace(0)
  })

  it('names what its clean-up left behind', async () => {
    const { api, clients } = open()
    const policy = { PolicyName: 'p', PolicyDocument: JSON.stringify(nothing) }
    const { Policy } = await clients.iam.send(new CreatePolicyCommand(policy))
    await deploy(api, stackName, 'CREATE', template({ A: role('a'), B: role('b') }))
    await clients.iam.send(new AttachRolePolicyCommand({ RoleName: 'b', PolicyArn: Policy?.Arn }))
    const { result } = await deploy(api, stackName, 'UPDATE', template({ A: role('a') }))
    expect(result).toMatchObject({
      kind: 'complete',
      status: 'UPDATE_COMPLETE',
      leftBehind: [
        { logicalId: 'B', physicalId: 'b', rawReason: expect.stringContaining('must detach all policies') },
      ],
    })
  })
})

describe('a deletion', () => {
  it('that fails half way tells the cause, and can be done again', async () => {
    const { account, api } = open()
    const group = { Type: 'AWS::IAM::Group', Properties: { GroupName: 'people' } }
    await deploy(api, stackName, 'CREATE', template({ A: role('a'), People: group }))
    await account.createUser('ann', [])
    await account.addUserToGroup('ann', 'people')
    expect(await deleteIt(api)).toMatchObject({
      kind: 'failed',
      status: 'DELETE_FAILED',
      rootCause: { logicalId: 'People', rawReason: expect.stringContaining('must remove users') },
    })
    expect(await deleteIt(api)).toMatchObject({ kind: 'failed', status: 'DELETE_FAILED' })
  })

  it('is refused under termination protection', async () => {
    const { api } = open()
    await deploy(api, stackName, 'CREATE', template({ A: role('a') }))
    await api.updateTerminationProtection(stackName, true)
    await expect(deleteIt(api)).rejects.toMatchObject({ code: 'AWS_TERMINATION_PROTECTED' })
    await api.updateTerminationProtection(stackName, false)
    expect(await deleteIt(api)).toMatchObject({ kind: 'complete' })
  })
})

describe('a drift detection', () => {
  it('finds what was changed behind the back of the stack', async () => {
    const { account, api, clients } = open()
    await deploy(api, stackName, 'CREATE', template({ A: role('a', { ManagedPolicyArns: [] }) }))
    expect(await detectDrift(api, stackName, realWaiting())).toMatchObject({
      status: 'IN_SYNC',
      isIncomplete: false,
    })
    const policy = { PolicyName: 'p', PolicyDocument: JSON.stringify(nothing) }
    await clients.iam.send(new CreatePolicyCommand(policy))
    const PolicyArn = `arn:aws:iam::${account.accountId}:policy/p`
    await clients.iam.send(new AttachRolePolicyCommand({ RoleName: 'a', PolicyArn }))
    expect(await detectDrift(api, stackName, realWaiting())).toMatchObject({
      status: 'DRIFTED',
      resources: [{ logicalId: 'A', status: 'MODIFIED', differences: [expect.anything()] }],
    })
  })

  it('is not possible without a stack', () =>
    expect(detectDrift(open().api, stackName, realWaiting())).rejects.toMatchObject({
      code: 'AWS_DRIFT_NOT_POSSIBLE',
      message: 'there is no stack "acme-stack" that could have drifted',
    }))
})
