import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { deploy, openStacks, realWaiting, requestFor, template } from '../operation/testing/test-life.js'
import { stackStateOf } from '../stack/stack-state.js'
import { discardChangeSet } from './discard-change-set.js'
import { previewChanges } from './preview-changes.js'

const server = testServer()
const stackName = 'acme-stack'
const queue = (seconds: number) => ({
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'acme', VisibilityTimeout: seconds } },
})

const open = () => openStacks(server.endpointUrl, server.newAccount())

describe('a preview', () => {
  it('of a stack that does not exist leaves nothing behind', async () => {
    const api = open()
    const request = requestFor(stackName, 'CREATE', template(queue(30)))
    const preview = await previewChanges(api, request, realWaiting())
    expect(preview).toMatchObject({ kind: 'changes', changes: [{ action: 'Add', logicalId: 'Queue' }] })
    expect(stackStateOf(await api.describeStack(stackName)).kind).toBe('empty')
    const discarded = await discardChangeSet(
      api,
      { ...request, ids: preview.ids, removeEmptyStack: true },
      realWaiting(),
    )
    expect(discarded).toEqual({ changeSet: 'removed', emptyStack: 'removed' })
    expect(await api.describeStack(stackName)).toBeUndefined()
  })

  it('that was cut off is found by name', async () => {
    const api = open()
    const request = requestFor(stackName, 'CREATE', template(queue(30)))
    await api.createChangeSet(request)
    await discardChangeSet(api, { ...request, removeEmptyStack: true }, realWaiting())
    expect(await api.describeStack(stackName)).toBeUndefined()
    expect(await api.listStacks()).toEqual([])
  })

  it('that was interrupted leaves nothing behind', async () => {
    const api = open()
    const request = requestFor(stackName, 'CREATE', template(queue(30)))
    const interruption = new AbortController()
    const waiting = { ...realWaiting(), signal: interruption.signal }
    const preview = previewChanges(api, request, waiting, () => interruption.abort(new Error('SIGINT')))
    await expect(preview).rejects.toThrow('SIGINT')
    await discardChangeSet(api, { ...request, removeEmptyStack: true }, realWaiting())
    expect(await api.describeStack(stackName)).toBeUndefined()
  })

  it('leaves an empty stack on which somebody else looks at changes', async () => {
    const api = open()
    const [ours, theirs] = [1, 2].map((seconds) => requestFor(stackName, 'CREATE', template(queue(seconds))))
    if (!ours || !theirs) throw new Error('two requests')
    await previewChanges(api, ours, realWaiting())
    await previewChanges(api, theirs, realWaiting())
    const discarded = await discardChangeSet(api, { ...ours, removeEmptyStack: true }, realWaiting())
    expect(discarded).toEqual({ changeSet: 'removed', emptyStack: 'left' })
    expect((await api.listChangeSets(stackName)).map((one) => one.changeSetName)).toEqual([
      theirs.changeSetName,
    ])
  })

  it('of a stack that is the same tells that nothing changes', async () => {
    const api = open()
    await deploy(api, stackName, 'CREATE', template(queue(30)))
    const request = requestFor(stackName, 'UPDATE', template(queue(30)))
    const preview = await previewChanges(api, request, realWaiting())
    expect(preview.kind).toBe('no-changes')
    await discardChangeSet(api, { ...request, ids: preview.ids, removeEmptyStack: false }, realWaiting())
    expect((await api.listChangeSets(stackName)).filter((one) => one.status === 'FAILED')).toEqual([])
  })

  it('of a stack that differs tells the change', async () => {
    const api = open()
    await deploy(api, stackName, 'CREATE', template(queue(30)))
    const request = requestFor(stackName, 'UPDATE', template(queue(60)))
    expect(await previewChanges(api, request, realWaiting())).toMatchObject({
      kind: 'changes',
      changes: [{ action: 'Modify', logicalId: 'Queue' }],
    })
  })
})
