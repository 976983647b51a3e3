import { setTimeout as sleep } from 'node:timers/promises'
import { type FaultProxy, startFaultProxy, type TestAccount } from '@sec/test-server'
import { testServer } from '@sec/test-server/vitest'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChangeSetIds, ChangeSetRequest, StackApi } from '../ports.js'
import { serverAws } from './testing/server-aws.js'
import type { Watched } from './testing/test-session.js'

const server = testServer()
let account: TestAccount
let proxy: FaultProxy
let stacks: StackApi
let watched: Watched

beforeEach(async () => {
  account = server.newAccount()
  proxy = await startFaultProxy(server.endpointUrl)
  const timeouts = { connectMs: 2_000, requestMs: 10_000 }
  const aws = serverAws(proxy.endpointUrl, account.root, { timeouts })
  stacks = aws.stacks
  watched = aws.watched
})

afterEach(() => proxy.stop())

const topic = (name: string, more: object = {}) => ({
  Type: 'AWS::SNS::Topic',
  Properties: { TopicName: name, ...more },
})

function template(resources: object): string {
  return JSON.stringify({ Resources: resources, Outputs: { Name: { Value: 'value' } } })
}

let made = 0
function request(changes: Partial<ChangeSetRequest> = {}): ChangeSetRequest {
  made += 1
  return {
    stackName: 'edge',
    changeSetName: `changes-${made}`,
    type: 'CREATE',
    template: { kind: 'body', body: template({ Topic: topic('edge-a') }) },
    capabilities: ['CAPABILITY_NAMED_IAM'],
    tags: { team: 'ml' },
    notificationArns: [],
    description: 'a test',
    clientToken: `token-${made}`,
    ...changes,
  }
}

async function settled(nameOrId = 'edge') {
  for (;;) {
    const stack = await stacks.describeStack(nameOrId)
    if (!stack?.status.endsWith('_IN_PROGRESS') || stack.status === 'REVIEW_IN_PROGRESS') return stack
    await sleep(10)
  }
}

async function described(ids: ChangeSetIds) {
  for (;;) {
    const changeSet = await stacks.describeChangeSet(ids)
    if (!changeSet?.status.endsWith('_IN_PROGRESS')) return changeSet
    await sleep(10)
  }
}

async function deploy(changes: Partial<ChangeSetRequest> = {}) {
  const ids = await stacks.createChangeSet(request(changes))
  await described(ids)
  await stacks.executeChangeSet(ids, 'execution')
  await settled()
  return ids
}

const attemptsOf = (call: string) =>
  watched.records.filter((record) => record.call === call).map(({ attempts }) => attempts)

describe('a stack', () => {
  it('that is not there is undefined', async () =>
    expect(await stacks.describeStack('nobody')).toBeUndefined())

  it('is described whole', async () => {
    await deploy({ notificationArns: [`arn:aws:sns:eu-central-1:${account.accountId}:news`] }).catch(() =>
      deploy(),
    )
    expect(await stacks.describeStack('edge')).toMatchObject({
      stackName: 'edge',
      stackId: expect.stringContaining(`:${account.accountId}:stack/edge/`),
      status: 'CREATE_COMPLETE',
      outputs: { Name: 'value' },
      tags: { team: 'ml' },
      terminationProtection: false,
      createdMs: expect.any(Number),
    })
  })

  it('is found by its id after it was deleted, and not by its name', async () => {
    const { stackId } = await deploy()
    await stacks.deleteStack({ stackId, clientToken: 'deletion' })
    expect((await settled(stackId))?.status).toBe('DELETE_COMPLETE')
    expect(await stacks.describeStack('edge')).toBeUndefined()
    await stacks.deleteStack({ stackId, clientToken: 'deletion-2' })
    await stacks.deleteStack({ stackId: 'nobody', clientToken: 'deletion-3' })
    expect(await stacks.listStacks()).toEqual([])
  })

  it('gives its template as it was sent', async () => {
    const body = `{ "Resources":  { "Topic": ${JSON.stringify(topic('edge-a'))} } }`
    await deploy({ template: { kind: 'body', body } })
    expect(JSON.parse(await stacks.getTemplate('edge'))).toEqual(JSON.parse(body))
  })

  it('lists its resources', async () => {
    const { stackId } = await deploy()
    expect(await stacks.listStackResources(stackId)).toMatchObject([
      { logicalId: 'Topic', resourceType: 'AWS::SNS::Topic', status: 'CREATE_COMPLETE' },
    ])
  })

  it('can be protected', async () => {
    const { stackId } = await deploy()
    await stacks.updateTerminationProtection('edge', true)
    expect((await stacks.describeStack('edge'))?.terminationProtection).toBe(true)
    await expect(stacks.deleteStack({ stackId, clientToken: 'deletion' })).rejects.toMatchObject({
      code: 'AWS_REFUSED',
      message: expect.stringContaining('TerminationProtection'),
    })
    await stacks.updateTerminationProtection('edge', false)
    expect((await stacks.describeStack('edge'))?.terminationProtection).toBe(false)
  })

  it('loses the tags that an update no longer has', async () => {
    await deploy()
    const resources = { Topic: topic('edge-a'), Other: topic('edge-b') }
    await deploy({ type: 'UPDATE', tags: {}, template: { kind: 'body', body: template(resources) } })
    expect(await stacks.describeStack('edge')).toMatchObject({ status: 'UPDATE_COMPLETE', tags: {} })
  })

  it('whose rollback did not fail refuses to continue it', async () => {
    await deploy()
    const continuation = { stackName: 'edge', clientToken: 'continuation' }
    await expect(stacks.continueUpdateRollback(continuation)).rejects.toMatchObject({ code: 'AWS_REFUSED' })
  })

  it('is among all stacks of every page', async () => {
    const { cloudformation } = account.clients()
    const { CreateStackCommand } = await import('@aws-sdk/client-cloudformation')
    const names = Array.from({ length: 105 }, (_, index) => `edge-${index}`)
    for (const StackName of names) {
      const TemplateBody = template({ Topic: topic(StackName) })
      await cloudformation.send(new CreateStackCommand({ StackName, TemplateBody }))
    }
    expect((await stacks.listStacks()).map(({ stackName }) => stackName).sort()).toEqual(names.sort())
    const pages = proxy.calls.filter(({ call }) => call === 'cloudformation:ListStacks')
    expect(pages.length).toBeGreaterThan(1)
  })
})

describe('a change set', () => {
  it('says what it will do', async () => {
    await deploy()
    const resources = { Topic: topic('edge-a', { DisplayName: 'News' }), Other: topic('edge-b') }
    const body = template(resources)
    const wanted = request({ type: 'UPDATE', template: { kind: 'body', body } })
    const found = await described(await stacks.createChangeSet(wanted))
    expect(found).toMatchObject({
      changeSetName: wanted.changeSetName,
      status: 'CREATE_COMPLETE',
      executionStatus: 'AVAILABLE',
    })
    expect(found?.changes).toHaveLength(2)
    expect(found?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'Add', logicalId: 'Other', resourceType: 'AWS::SNS::Topic' }),
        expect.objectContaining({ action: 'Modify', logicalId: 'Topic' }),
      ]),
    )
    const { changeSetName } = wanted
    expect(await stacks.listChangeSets('edge')).toContainEqual(
      expect.objectContaining({ changeSetName, executionStatus: 'AVAILABLE', createdMs: expect.any(Number) }),
    )
  })

  it('without changes failed, in words', async () => {
    await deploy()
    const found = await described(await stacks.createChangeSet(request({ type: 'UPDATE' })))
    expect(found).toMatchObject({ status: 'FAILED', statusReason: expect.stringContaining("didn't contain") })
  })

  it('that is gone is undefined, and deleted without a fault', async () => {
    const ids = await stacks.createChangeSet(request())
    await described(ids)
    await stacks.deleteChangeSet(ids)
    await stacks.deleteChangeSet(ids)
    expect(await stacks.describeChangeSet(ids)).toBeUndefined()
    expect(await stacks.listChangeSets('nobody')).toEqual([])
  })

  it('is found again when its creation was cut off', async () => {
    proxy.inject({ at: { call: 'cloudformation:CreateChangeSet' }, fault: { kind: 'cut-after' } })
    const wanted = request()
    const ids = await stacks.createChangeSet(wanted)
    expect(await described(ids)).toMatchObject({ changeSetName: wanted.changeSetName, ...ids })
    expect(await stacks.listChangeSets('edge')).toHaveLength(1)
    expect(attemptsOf('cloudformation:CreateChangeSet')).toEqual([2])
  })

  it('is executed once when its execution was cut off', async () => {
    proxy.inject({ at: { call: 'cloudformation:ExecuteChangeSet' }, fault: { kind: 'cut-after' } })
    await deploy()
    expect((await settled())?.status).toBe('CREATE_COMPLETE')
    expect(attemptsOf('cloudformation:ExecuteChangeSet')).toEqual([2])
  })

  it('that somebody else executed is gone', async () => {
    const ids = await deploy()
    await expect(stacks.executeChangeSet(ids, 'again')).rejects.toMatchObject({ code: 'AWS_CHANGE_SET_GONE' })
  })
})

describe('what happened to a stack', () => {
  it('is told newest first, back to what is known', async () => {
    const { stackId } = await deploy()
    const all = await stacks.describeStackEvents(stackId)
    expect(all.length).toBeGreaterThan(2)
    expect(all[0]).toMatchObject({ logicalId: 'edge', status: 'CREATE_COMPLETE' })
    const times = all.map(({ atMs }) => atMs)
    expect(times).toEqual([...times].sort((a, b) => b - a))
    expect(await stacks.describeStackEvents(stackId, all[2]?.eventId)).toEqual(all.slice(0, 2))
    expect(await stacks.describeStackEvents(stackId, all[0]?.eventId)).toEqual([])
  })

  it('is read in every page', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `T${index}`)
    const resources = Object.fromEntries(names.map((name) => [name, topic(`edge-${name}`)]))
    const { stackId } = await deploy({ template: { kind: 'body', body: template(resources) } })
    const logicalIds = new Set((await stacks.describeStackEvents(stackId)).map(({ logicalId }) => logicalId))
    expect(logicalIds.size).toBe(61)
    expect(await stacks.listStackResources(stackId)).toHaveLength(60)
  })

  it('holds the failures', async () => {
    const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'edge-role' } }
    const ids = await stacks.createChangeSet(
      request({ template: { kind: 'body', body: template({ Role: role }) } }),
    )
    await described(ids)
    await stacks.executeChangeSet(ids, 'execution').catch(() => undefined)
    await settled()
    expect(Array.isArray(await stacks.describeFailedEvents({ stackName: 'edge' }))).toBe(true)
    expect(Array.isArray(await stacks.describeFailedEvents(ids))).toBe(true)
  })

  it('is nothing more where a server does not know DescribeEvents', async () => {
    proxy.inject({
      at: { call: 'cloudformation:DescribeEvents' },
      fault: { kind: 'error', status: 400, code: 'InvalidAction', message: 'Could not find operation' },
    })
    expect(await stacks.describeFailedEvents({ stackName: 'edge' })).toEqual([])
  })
})

it('drift is detected, property by property', async () => {
  const policy = { Version: '2012-10-17', Statement: [] }
  const role = {
    Type: 'AWS::IAM::Role',
    Properties: { RoleName: 'edge-role', Description: 'ours', AssumeRolePolicyDocument: policy },
  }
  await deploy({ template: { kind: 'body', body: template({ Role: role }) } })
  const { UpdateRoleCommand } = await import('@aws-sdk/client-iam')
  await account.clients().iam.send(new UpdateRoleCommand({ RoleName: 'edge-role', Description: 'theirs' }))
  const detectionId = await stacks.detectStackDrift('edge')
  expect(await stacks.describeStackDriftDetection(detectionId)).toMatchObject({
    status: 'DETECTION_COMPLETE',
    stackDriftStatus: 'DRIFTED',
  })
  expect(await stacks.describeResourceDrifts('edge')).toMatchObject([
    {
      logicalId: 'Role',
      status: 'MODIFIED',
      differences: [{ path: '/Description', expected: 'ours', actual: 'theirs', type: 'NOT_EQUAL' }],
    },
  ])
})

describe('a caller', () => {
  it('who may not is told which permission is missing', async () => {
    const ann = await account.createUser('ann', [])
    const aws = serverAws(server.endpointUrl, ann)
    await expect(aws.stacks.listStacks()).rejects.toMatchObject({
      code: 'AWS_DENIED',
      message: expect.stringContaining('cloudformation:ListStacks'),
    })
  })

  it('with a wrong secret is told so, and the key is not shown', async () => {
    const ann = await account.createUser('ann', [])
    const aws = serverAws(server.endpointUrl, { ...ann, secretAccessKey: 'wrong' })
    const error = await aws.identity.getCallerIdentity().catch((caught) => caught)
    expect(error).toMatchObject({ code: 'AWS_CREDENTIALS_REFUSED' })
    expect(`${error.stack}${(error.cause as Error).stack}`).not.toContain(ann.accessKeyId)
  })

  it('is known by account and ARN', async () => {
    const ann = await account.createUser('ann', [])
    const caller = await serverAws(server.endpointUrl, ann).identity.getCallerIdentity()
    expect(caller.accountId).toBe(account.accountId)
    expect(caller.arn).toMatch(new RegExp(`^arn:aws:iam::${account.accountId}:user/.*ann$`))
  })
})
