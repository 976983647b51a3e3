import { describe, expect, it } from 'vitest'
import type { OperationEvent, StackEvent } from '../ports.js'
import { sampleEvents, stackId } from '../stack/testing/sample-stack.js'
import { fakeWaiting } from '../wait/testing/fake-waiting.js'
import { executeChangeSet } from './execute-change-set.js'
import { type ScriptStep, scriptedStack } from './testing/scripted-stack.js'

const before = sampleEvents(['stack UPDATE_IN_PROGRESS', 'stack UPDATE_COMPLETE'], 'old')
const ids = { stackId, changeSetId: 'arn:change-set' }
const [begin, changed, done] = sampleEvents([
  'stack UPDATE_IN_PROGRESS User Initiated',
  'RoleA UPDATE_COMPLETE',
  'stack UPDATE_COMPLETE',
]) as [StackEvent, StackEvent, StackEvent]
const failing = sampleEvents([
  'stack UPDATE_IN_PROGRESS User Initiated',
  'RoleA UPDATE_FAILED no such policy',
  'stack UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [RoleA]. ',
  'stack UPDATE_ROLLBACK_COMPLETE',
])

const later = (event: StackEvent): StackEvent => ({ ...event, eventId: `later-${event.eventId}` })

async function run(steps: readonly ScriptStep[], refusal?: Error, found: readonly OperationEvent[] = []) {
  const { api, looks } = scriptedStack(steps, before, found)
  const asked: unknown[] = []
  const executing = {
    ...api,
    executeChangeSet: async (...request: unknown[]) => {
      asked.push(request)
      if (refusal) throw refusal
    },
  }
  const told: string[] = []
  const waiting = fakeWaiting()
  const onEvent = (event: StackEvent) => told.push(`${event.logicalId} ${event.status}`)
  const result = await executeChangeSet(executing, ids, 'mine', waiting, onEvent)
  return { result, told, asked, looks: looks(), waiting }
}

describe('executeChangeSet', () => {
  it('waits for the operation to begin while the stack still has its old status', async () => {
    const { result, told, asked } = await run([
      { status: 'UPDATE_COMPLETE' },
      { status: 'UPDATE_COMPLETE' },
      { status: 'UPDATE_IN_PROGRESS', events: [begin] },
      { status: 'UPDATE_IN_PROGRESS', events: [changed] },
      { status: 'UPDATE_COMPLETE', events: [done] },
    ])
    expect(result).toMatchObject({
      kind: 'complete',
      status: 'UPDATE_COMPLETE',
      durationMs: 2000,
      leftBehind: [],
    })
    expect(told).toEqual([
      'acme-prod-stack UPDATE_IN_PROGRESS',
      'RoleA UPDATE_COMPLETE',
      'acme-prod-stack UPDATE_COMPLETE',
    ])
    expect(asked).toEqual([[ids, 'mine']])
  })

  it('ends at the first look where everything happened before it', async () => {
    const { result, looks } = await run([{ status: 'UPDATE_COMPLETE', events: [begin, changed, done] }])
    expect(result).toMatchObject({ kind: 'complete', events: [begin, changed, done] })
    expect(looks).toBe(1)
  })

  it('ends although the next operation has begun already', async () => {
    const next = sampleEvents(['stack UPDATE_IN_PROGRESS'], 'next')
    const { result, told } = await run([{ status: 'UPDATE_IN_PROGRESS', events: [begin, done, ...next] }])
    expect(result).toMatchObject({ kind: 'complete', status: 'UPDATE_COMPLETE' })
    expect(told).toHaveLength(2)
  })

  it('ends by the status where the last event never comes', async () => {
    const { result, looks } = await run([{ status: 'UPDATE_COMPLETE', events: [begin] }])
    expect(result).toMatchObject({ kind: 'complete', status: 'UPDATE_COMPLETE' })
    expect(looks).toBe(4)
  })

  it('goes by the newest event before it where the server gives no tokens', async () => {
    const old = sampleEvents(['stack UPDATE_IN_PROGRESS', 'stack UPDATE_COMPLETE'], '')
    const now = sampleEvents(
      ['stack UPDATE_IN_PROGRESS', 'A UPDATE_FAILED no', 'stack UPDATE_ROLLBACK_COMPLETE'],
      '',
    )
    const { api } = scriptedStack([{ status: 'UPDATE_ROLLBACK_COMPLETE', events: now.map(later) }], old)
    const executing = { ...api, executeChangeSet: async () => {} }
    const result = await executeChangeSet(executing, ids, 'mine', fakeWaiting())
    expect(result).toMatchObject({ kind: 'failed', rootCause: { logicalId: 'A' } })
  })

  it('tells events of one second apart by their order, and needs no tokens', async () => {
    const atMs = before[0]?.atMs ?? 0
    const plain = (events: readonly StackEvent[]) =>
      events.map((event) => ({ ...event, atMs, clientRequestToken: '' }))
    const { api } = scriptedStack(
      [
        { status: 'UPDATE_IN_PROGRESS', events: plain([begin]) },
        { status: 'UPDATE_ROLLBACK_COMPLETE', events: plain(failing.slice(1)) },
      ],
      plain(before),
    )
    const executing = { ...api, executeChangeSet: async () => {} }
    const result = await executeChangeSet(executing, ids, 'mine', fakeWaiting())
    expect(result).toMatchObject({
      kind: 'failed',
      status: 'UPDATE_ROLLBACK_COMPLETE',
      rootCause: { logicalId: 'RoleA', reason: 'no such policy' },
    })
  })

  it('follows a server that answers when all is done already', async () => {
    const { api } = scriptedStack([{ status: 'UPDATE_COMPLETE', events: [begin, done] }], before)
    const { describeStackEvents } = api
    let isAsked = false
    const executing = {
      ...api,
      describeStackEvents: async (id: string, until?: string) =>
        isAsked ? describeStackEvents(id, until) : [...before].reverse(),
      executeChangeSet: async () => {
        isAsked = true
      },
    }
    expect(await executeChangeSet(executing, ids, 'mine', fakeWaiting())).toMatchObject({
      kind: 'complete',
      events: [begin, done],
    })
  })

  it('takes the new events for its own, after a while, where the server has tokens of its own', async () => {
    const theirs = sampleEvents(['stack UPDATE_IN_PROGRESS', 'stack UPDATE_COMPLETE'], 'made-by-the-server')
    const { result, waiting } = await run([{ status: 'UPDATE_COMPLETE', events: theirs }])
    expect(result).toMatchObject({ kind: 'complete', status: 'UPDATE_COMPLETE', events: theirs })
    expect(waiting.delaysMs.reduce((sum, delayMs) => sum + delayMs, 0)).toBeGreaterThanOrEqual(120_000)
  })

  it('reads every event once', async () => {
    const { api } = scriptedStack(
      [
        { status: 'UPDATE_IN_PROGRESS', events: [begin] },
        { status: 'UPDATE_COMPLETE', events: [changed, done] },
      ],
      before,
    )
    const asked: (string | undefined)[] = []
    const watched = {
      ...api,
      executeChangeSet: async () => {},
      describeStackEvents: (id: string, until?: string, maxPages?: number) => {
        asked.push(until)
        return api.describeStackEvents(id, until, maxPages)
      },
    }
    await executeChangeSet(watched, ids, 'mine', fakeWaiting())
    expect(asked).toEqual([undefined, before.at(-1)?.eventId, begin.eventId])
  })

  it('tells the root cause of a failure', async () => {
    const { result } = await run([{ status: 'UPDATE_ROLLBACK_COMPLETE', events: failing }])
    expect(result).toMatchObject({
      kind: 'failed',
      status: 'UPDATE_ROLLBACK_COMPLETE',
      rootCause: { logicalId: 'RoleA', reason: 'no such policy', followers: 0 },
    })
  })

  it('fails where somebody deleted the stack meanwhile', async () => {
    const { result } = await run([{ status: 'UPDATE_IN_PROGRESS', events: [begin] }, { status: 'gone' }])
    expect(result).toMatchObject({ kind: 'failed', status: 'DELETE_COMPLETE' })
  })

  it('follows an operation that began although its answer was a refusal', async () => {
    const { api } = scriptedStack([{ status: 'UPDATE_COMPLETE' }], [...before])
    let events = before
    const racing = {
      ...api,
      describeStackEvents: async (_: string, until?: string) =>
        events.slice(events.findIndex(({ eventId }) => eventId === until) + 1).reverse(),
      executeChangeSet: async () => {
        events = [...before, begin, done]
        throw new Error('AWS_CHANGE_SET_GONE')
      },
    }
    expect(await executeChangeSet(racing, ids, 'mine', fakeWaiting())).toMatchObject({ kind: 'complete' })
  })

  it('passes a refusal on where nothing began', () =>
    expect(run([{ status: 'UPDATE_COMPLETE' }], new Error('AWS_CHANGE_SET_GONE'))).rejects.toThrow(
      'AWS_CHANGE_SET_GONE',
    ))

  it('gives up where nothing begins', () =>
    expect(run([{ status: 'UPDATE_COMPLETE' }])).rejects.toMatchObject({
      code: 'AWS_WAIT_TOO_LONG',
      message:
        'waited 2 minutes for the deployment of the stack "acme-prod-stack", which has not ended; no sign of its beginning was seen',
    }))

  it('gives up where nothing ends', () =>
    expect(run([{ status: 'UPDATE_IN_PROGRESS', events: [begin] }])).rejects.toMatchObject({
      code: 'AWS_WAIT_TOO_LONG',
      message: expect.stringContaining('waited 90 minutes for the deployment'),
    }))
})
