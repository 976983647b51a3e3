import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { createObjectApi } from './object-api.js'
import { createParameterApi } from './parameter-api.js'
import { openSession } from './session.js'
import { createStackApi } from './stack-api.js'
import {
  answer,
  refuse,
  type Script,
  type ScriptedServer,
  startScriptedServer,
} from './testing/scripted-server.js'
import { watchedOptions } from './testing/test-session.js'

let server: ScriptedServer
afterEach(() => server.close())

async function openAt(...scripts: Script[]) {
  server = await startScriptedServer(...scripts)
  const watched = watchedOptions(server.url)
  return { session: openSession(watched.options), watched }
}

const place = { bucket: 'edge-templates', expectedBucketOwner: '123456789012' }
const changeSet = {
  stackName: 'edge',
  changeSetName: 'c',
  type: 'UPDATE',
  template: { kind: 'body', body: '{}' },
  capabilities: [],
  tags: {},
  notificationArns: [],
  description: 'd',
  clientToken: 't',
} as const
const created = answer(
  200,
  '<CreateChangeSetResponse><CreateChangeSetResult><Id>c</Id><StackId>s</StackId></CreateChangeSetResult></CreateChangeSetResponse>',
)
const obsolete = answer(
  200,
  '<DescribeChangeSetResponse><DescribeChangeSetResult><ExecutionStatus>OBSOLETE</ExecutionStatus></DescribeChangeSetResult></DescribeChangeSetResponse>',
)

describe('a change set', () => {
  it('says that there are no tags and no topics, so that old ones go', async () => {
    const { session } = await openAt(created)
    await createStackApi(session).createChangeSet(changeSet)
    const sent = new URLSearchParams(server.received[0]?.body)
    expect([sent.get('Tags'), sent.get('NotificationARNs')]).toEqual(['', ''])
    expect(sent.get('IncludeNestedStacks')).toBe('false')
    expect(sent.has('DeploymentMode')).toBe(false)
  })

  it('asks to mend drift when it is to', async () => {
    const { session } = await openAt(created)
    await createStackApi(session).createChangeSet({ ...changeSet, revertDrift: true })
    expect(new URLSearchParams(server.received[0]?.body).get('DeploymentMode')).toBe('REVERT_DRIFT')
  })

  it('of the same name and another content is not taken for ours', async () => {
    const text = 'ChangeSet c cannot be created due to a mismatch with existing attribute Template'
    const { session } = await openAt(refuse(400, 'AlreadyExistsException', text), obsolete)
    await expect(createStackApi(session).createChangeSet(changeSet)).rejects.toMatchObject({
      code: 'AWS_REFUSED',
    })
    expect(server.received).toHaveLength(1)
  })

  it.each([
    { name: 'is gone then', found: refuse(404, 'ChangeSetNotFound', 'x'), isDone: true },
    { name: 'is obsolete then', found: obsolete, isDone: false },
  ])('whose execution is repeated and $name: executed $isDone', async ({ found, isDone }) => {
    const { session } = await openAt(refuse(500, 'x', 'x'), refuse(400, 'InvalidChangeSetStatus', 'x'), found)
    const ids = { changeSetId: 'c', stackId: 's' }
    const outcome = createStackApi(session).executeChangeSet(ids, 't')
    if (isDone) await outcome
    else await expect(outcome).rejects.toMatchObject({ code: 'AWS_CHANGE_SET_GONE' })
    expect(server.received).toHaveLength(3)
  })

  it('that is gone at the first attempt was somebody else’s to execute, and no secret is in the cause', async () => {
    const { session, watched } = await openAt(refuse(404, 'ChangeSetNotFound', 'for secret-of-a-test'))
    const ids = { changeSetId: 'c', stackId: 's' }
    const error = await createStackApi(session)
      .executeChangeSet(ids, 't')
      .catch((caught) => caught)
    expect(error).toMatchObject({ code: 'AWS_CHANGE_SET_GONE' })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/secret-of-a-test|key-id-of-a-test/)
    expect(watched.records).toMatchObject([{ call: 'cloudformation:ExecuteChangeSet', attempts: 1 }])
  })
})

describe('a rollback that is continued', () => {
  const busy = 'Stack edge is in UPDATE_ROLLBACK_IN_PROGRESS state and can not continue'

  it('is at work when an attempt before was cut off', async () => {
    const { session } = await openAt(refuse(500, 'x', 'x'), refuse(400, 'ValidationError', busy))
    await createStackApi(session).continueUpdateRollback({ stackName: 'edge', clientToken: 't' })
    expect(server.received).toHaveLength(2)
  })

  it('is refused at the first attempt', async () => {
    const { session } = await openAt(refuse(400, 'ValidationError', busy))
    const continued = createStackApi(session).continueUpdateRollback({ stackName: 'edge', clientToken: 't' })
    await expect(continued).rejects.toMatchObject({ code: 'AWS_REFUSED' })
  })
})

describe('an object', () => {
  it('is sent with its SHA-256 and the expected owner of the bucket', async () => {
    const { session } = await openAt(answer(200, ''))
    await createObjectApi(session).putObject(place, 'k', 'body', 'text/plain')
    const headers = server.received[0]?.headers ?? {}
    expect(server.received[0]?.path).toMatch(/^\/edge-templates\/k/)
    expect(headers['x-amz-expected-bucket-owner']).toBe('123456789012')
    const digest = createHash('sha256').update('body').digest('base64')
    expect(headers['x-amz-checksum-sha256']).toBe(digest)
  })

  it('that is not deleted is named', async () => {
    const text =
      '<DeleteResult><Error><Key>a</Key><Code>AccessDenied</Code></Error><Error><Key>b</Key><Code>NoSuchKey</Code></Error></DeleteResult>'
    const { session } = await openAt(answer(200, text))
    await expect(createObjectApi(session).deleteObjects(place, ['a', 'b'])).rejects.toMatchObject({
      code: 'AWS_OBJECTS_REMAIN',
      message: 'S3 did not delete a from the bucket "edge-templates": AccessDenied',
    })
  })
})

describe('the region of a bucket', () => {
  const location = (text: string) =>
    answer(
      200,
      `<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${text}</LocationConstraint>`,
    )

  it.each([
    { name: 'nothing', script: location(''), region: 'us-east-1' },
    { name: 'EU', script: location('EU'), region: 'eu-west-1' },
    { name: 'a region', script: location('ap-south-1'), region: 'ap-south-1' },
    {
      name: 'a redirect',
      script: answer(301, '<Error><Code>PermanentRedirect</Code><Message>x</Message></Error>', {
        'x-amz-bucket-region': 'us-west-2',
      }),
      region: 'us-west-2',
    },
    {
      name: 'the region that a signature should have',
      script: answer(
        400,
        '<Error><Code>AuthorizationHeaderMalformed</Code><Message>x</Message><Region>us-west-2</Region></Error>',
      ),
      region: 'us-west-2',
    },
  ])('is $region where S3 answers $name', async ({ script, region }) => {
    const { session } = await openAt(script)
    expect(await createObjectApi(session).getBucketRegion(place)).toBe(region)
  })

  it('is told when an object goes elsewhere', async () => {
    const text = '<Error><Code>PermanentRedirect</Code><Message>x</Message></Error>'
    const { session } = await openAt(answer(301, text, { 'x-amz-bucket-region': 'us-west-2' }))
    await expect(createObjectApi(session).putObject(place, 'k', 'x', 'text/plain')).rejects.toMatchObject({
      code: 'AWS_BUCKET_ELSEWHERE',
      message: expect.stringContaining('us-west-2'),
    })
  })
})

describe('a parameter', () => {
  const fine = answer(200, '{}', { 'content-type': 'application/x-amz-json-1.1' })
  const exists = answer(400, '{"__type":"ParameterAlreadyExists","message":"x"}')
  const parameter = { name: '/security/a', value: 'v', description: 'd', tags: { team: 'ml' } }
  const sent = () =>
    server.received.map(({ headers, body }) => ({
      call: String(headers['x-amz-target']).split('.')[1],
      ...JSON.parse(body),
    }))

  it('that is new is sent with its tags', async () => {
    const { session } = await openAt(fine)
    await createParameterApi(session).putParameter({ ...parameter, exists: false })
    expect(sent()).toEqual([
      {
        call: 'PutParameter',
        Name: '/security/a',
        Value: 'v',
        Description: 'd',
        Type: 'String',
        Tier: 'Standard',
        Tags: [{ Key: 'team', Value: 'ml' }],
      },
    ])
  })

  it('that turns out to exist is written over, then tagged', async () => {
    const { session } = await openAt(exists, fine)
    await createParameterApi(session).putParameter({ ...parameter, exists: false })
    expect(sent()).toMatchObject([
      { call: 'PutParameter' },
      { call: 'PutParameter', Overwrite: true },
      { call: 'AddTagsToResource', ResourceType: 'Parameter', ResourceId: '/security/a' },
    ])
    expect(sent()[1]).not.toHaveProperty('Tags')
  })

  it('that exists and has no tags takes one call', async () => {
    const { session } = await openAt(fine)
    await createParameterApi(session).putParameter({ ...parameter, tags: {}, exists: true })
    expect(sent()).toMatchObject([{ call: 'PutParameter', Overwrite: true }])
  })
})
