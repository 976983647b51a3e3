import { afterEach, describe, expect, it } from 'vitest'
import { detectDrift } from '../drift/detect-drift.js'
import type { ChangeSetRequest, StackApi } from '../ports.js'
import { openSession } from './session.js'
import { createStackApi } from './stack-api.js'
import {
  answer,
  cut,
  refuse,
  type Script,
  type ScriptedServer,
  startScriptedServer,
} from './testing/scripted-server.js'
import { watchedOptions } from './testing/test-session.js'

let server: ScriptedServer
afterEach(() => server.close())

async function stacksAt(...scripts: Script[]) {
  server = await startScriptedServer(...scripts)
  const watched = watchedOptions(server.url)
  return { stacks: createStackApi(openSession(watched.options)), waiting: watched.options.waiting }
}

const sent = (at = 0) => new URLSearchParams(server.received[at]?.body)

/** An answer of CloudFormation: `result` is the inside of the operation's result. */
const result = (operation: string, inside: string): Script =>
  answer(
    200,
    `<${operation}Response><${operation}Result>${inside}</${operation}Result></${operation}Response>`,
  )

/** What broke down before it became an answer: a page for people, with no code and no request id. */
const brokenPage: Script = (_, response) =>
  response
    .writeHead(500, { 'content-type': 'text/html' })
    .end('<!doctype html>\n<html lang=en>\n<title>500 Internal Server Error</title>\n<h1>Oh</h1>')

describe('an operation that the server does not know', () => {
  const lacks: readonly { name: string; script: Script; requests: number }[] = [
    { name: 'InvalidAction', script: refuse(400, 'InvalidAction', 'Could not find it'), requests: 1 },
    { name: 'UnknownOperationException', script: refuse(404, 'UnknownOperationException', ''), requests: 1 },
    { name: 'NotImplemented', script: refuse(501, 'NotImplemented', 'not yet'), requests: 1 },
    { name: '501 with another code', script: refuse(501, 'InternalFailure', 'not yet'), requests: 1 },
    { name: 'a page of HTTP 500', script: brokenPage, requests: 8 },
  ]

  it.each(lacks)('as $name says, has found no failed events', async ({ script, requests }) => {
    const { stacks } = await stacksAt(script)
    expect(await stacks.describeFailedEvents({ stackName: 'edge' })).toEqual([])
    expect(server.received).toHaveLength(requests)
  })

  it.each(lacks)('as $name says, lists no change sets', async ({ script }) => {
    const { stacks } = await stacksAt(script)
    expect(await stacks.listChangeSets('edge')).toEqual([])
  })

  it.each(lacks)('as $name says, is named where nothing goes without it', async ({ script }) => {
    const { stacks } = await stacksAt(script)
    await expect(stacks.updateTerminationProtection('edge', true)).rejects.toMatchObject({
      code: 'AWS_UNSUPPORTED',
      message: expect.stringContaining(
        'does not know the operation cloudformation:UpdateTerminationProtection',
      ),
    })
  })

  it('is not taken for an outage of AWS, which has a code', async () => {
    const { stacks } = await stacksAt(refuse(500, 'InternalFailure', 'sorry'))
    await expect(stacks.describeFailedEvents({ stackName: 'edge' })).rejects.toMatchObject({
      code: 'AWS_UNAVAILABLE',
    })
  })

  it('leaves drift not checked, and says why', async () => {
    const { stacks, waiting } = await stacksAt(
      oneStack('CREATE_COMPLETE'),
      refuse(501, 'InternalFailure', ''),
    )
    expect(await detectDrift(stacks, 'edge', waiting)).toEqual({
      status: 'NOT_CHECKED',
      isIncomplete: true,
      reason: expect.stringContaining(
        'does not know the operation cloudformation:DetectStackDrift (HTTP 501)',
      ),
      resources: [],
    })
  })
})

const oneStack = (status: string, name = 'edge') =>
  result(
    'DescribeStacks',
    `<Stacks><member><StackName>${name}</StackName><StackId>arn:${name}</StackId><StackStatus>${status}</StackStatus></member></Stacks>`,
  )

describe('a stack that is not there', () => {
  it.each([
    {
      name: 'a ValidationError',
      script: refuse(400, 'ValidationError', 'Stack with id edge does not exist'),
    },
    { name: 'another word', script: refuse(400, 'ValidationError', 'Stack edge not found') },
    { name: 'a code of its own', script: refuse(400, 'StackNotFoundException', '') },
    { name: '404', script: refuse(404, 'ResourceNotFoundException', 'Stack edge does not exist') },
    { name: 'an empty list', script: result('DescribeStacks', '<Stacks/>') },
    { name: 'no list', script: result('DescribeStacks', '') },
    { name: 'all other stacks', script: oneStack('CREATE_COMPLETE', 'other') },
  ])('is undefined where the answer is $name', async ({ script }) => {
    const { stacks } = await stacksAt(script)
    expect(await stacks.describeStack('edge')).toBeUndefined()
  })

  it.each([
    { name: 'the address of no AWS', script: refuse(404, 'NotFound', 'no such page') },
    { name: 'a wrong request', script: refuse(400, 'ValidationError', 'the name is too long') },
  ])('is not told by $name', async ({ script }) => {
    const { stacks } = await stacksAt(script)
    await expect(stacks.describeStack('edge')).rejects.toMatchObject({ code: 'AWS_REFUSED' })
  })

  it('is not listed, even by a server that knows no filter', async () => {
    const list = ['CREATE_COMPLETE', 'DELETE_COMPLETE'].map(
      (status) => `<member><StackName>${status}</StackName><StackStatus>${status}</StackStatus></member>`,
    )
    const { stacks } = await stacksAt(
      result('ListStacks', `<StackSummaries>${list.join('')}</StackSummaries>`),
    )
    expect((await stacks.listStacks()).map(({ stackName }) => stackName)).toEqual(['CREATE_COMPLETE'])
  })
})

describe('a change set whose id is a mere name', () => {
  const ids = { changeSetId: 'changes-1', stackId: 'arn:stack' }
  const calls: readonly [string, (stacks: StackApi) => Promise<unknown>][] = [
    ['described', (stacks) => stacks.describeChangeSet(ids)],
    ['executed', (stacks) => stacks.executeChangeSet(ids, 'token')],
    ['deleted', (stacks) => stacks.deleteChangeSet(ids)],
  ]

  it.each(calls)('is %s together with its stack', async (_, call) => {
    const { stacks } = await stacksAt(answer(200, '<R><X/></R>'))
    await call(stacks)
    expect([sent().get('ChangeSetName'), sent().get('StackName')]).toEqual(['changes-1', 'arn:stack'])
  })

  it('is the name that was asked for where the server tells no id', async () => {
    const { stacks } = await stacksAt(result('CreateChangeSet', ''))
    const request: ChangeSetRequest = {
      stackName: 'edge',
      changeSetName: 'changes-1',
      type: 'CREATE',
      template: { kind: 'body', body: '{}' },
      capabilities: [],
      tags: {},
      notificationArns: [],
      description: '',
      clientToken: 'token',
    }
    expect(await stacks.createChangeSet(request)).toEqual({ changeSetId: 'changes-1', stackId: 'edge' })
  })
})

describe('events', () => {
  const event = (inside: string) => `<member>${inside}<LogicalResourceId>A</LogicalResourceId></member>`
  const page = (events: readonly string[], next = '') =>
    result(
      'DescribeStackEvents',
      `<StackEvents>${events.join('')}</StackEvents>${next && `<NextToken>${next}</NextToken>`}`,
    )

  it('are read page by page', async () => {
    const { stacks } = await stacksAt(
      page([event('<EventId>3</EventId>')], 'n'),
      page([event('<EventId>2</EventId>')]),
    )
    expect((await stacks.describeStackEvents('edge')).map(({ eventId }) => eventId)).toEqual(['3', '2'])
  })

  it('are read no further than is asked for', async () => {
    const { stacks } = await stacksAt(page([event('<EventId>3</EventId>')], 'n'))
    expect(await stacks.describeStackEvents('edge', undefined, 2)).toHaveLength(2)
    expect(server.received).toHaveLength(2)
  })

  it('are read back to the one that is known', async () => {
    const three = ['3', '2', '1'].map((id) => event(`<EventId>${id}</EventId>`))
    const { stacks } = await stacksAt(page(three, 'n'))
    expect((await stacks.describeStackEvents('edge', '2', 5)).map(({ eventId }) => eventId)).toEqual(['3'])
    expect(server.received).toHaveLength(1)
  })

  it('without ids are told apart by what they say', async () => {
    const events = ['CREATE_COMPLETE', 'CREATE_IN_PROGRESS'].map((status) =>
      event(`<Timestamp>2026-11-24T12:00:00Z</Timestamp><ResourceStatus>${status}</ResourceStatus>`),
    )
    const { stacks } = await stacksAt(page(events))
    const [newest, oldest] = await stacks.describeStackEvents('edge')
    expect(newest?.eventId).not.toBe(oldest?.eventId)
    expect(await stacks.describeStackEvents('edge', oldest?.eventId)).toEqual([newest])
  })

  it('of an early validation keep their time and token', async () => {
    const inside =
      '<EventType>VALIDATION_ERROR</EventType><Timestamp>2026-11-24T12:00:00Z</Timestamp><ClientRequestToken>t</ClientRequestToken>'
    const { stacks } = await stacksAt(
      result('DescribeEvents', `<OperationEvents><member>${inside}</member><member/></OperationEvents>`),
    )
    const [told, untold] = await stacks.describeFailedEvents({ stackName: 'edge' })
    expect(told).toMatchObject({ atMs: Date.UTC(2026, 10, 24, 12), clientRequestToken: 't' })
    expect(Object.keys(untold ?? {})).not.toContain('atMs')
  })
})

it('resources that the server cannot make, and lists without a name, are none', async () => {
  const list =
    '<StackResourceSummaries><member/><member><LogicalResourceId>A</LogicalResourceId></member></StackResourceSummaries>'
  const { stacks } = await stacksAt(result('ListStackResources', list))
  expect((await stacks.listStackResources('edge')).map(({ logicalId }) => logicalId)).toEqual(['A'])
})

it('a drift detection whose first answer was cut off waits for its turn', async () => {
  const running = refuse(
    400,
    'ValidationError',
    'Drift detection is already in progress for stack [arn:aws:cloudformation:eu-central-1:123456789012:stack/edge/1]',
  )
  const { stacks, waiting } = await stacksAt(
    oneStack('CREATE_COMPLETE'),
    cut,
    running,
    result('DetectStackDrift', '<StackDriftDetectionId>d</StackDriftDetectionId>'),
    result(
      'DescribeStackDriftDetectionStatus',
      '<DetectionStatus>DETECTION_COMPLETE</DetectionStatus><StackDriftStatus>IN_SYNC</StackDriftStatus>',
    ),
    result('DescribeStackResourceDrifts', ''),
  )
  expect(await detectDrift(stacks, 'edge', waiting)).toMatchObject({ status: 'IN_SYNC', isIncomplete: false })
})
