import { afterEach, describe, expect, it } from 'vitest'
import { createIdentityApi } from './identity-api.js'
import { openSession } from './session.js'
import {
  answer,
  cut,
  cutInTheMiddle,
  refuse,
  type Script,
  type ScriptedServer,
  stall,
  stallInTheMiddle,
  startScriptedServer,
} from './testing/scripted-server.js'
import { callerIdentity, watchedOptions } from './testing/test-session.js'

let server: ScriptedServer
afterEach(() => server.close())

async function ask(scripts: readonly Script[], changes = {}) {
  server = await startScriptedServer(...scripts)
  const watched = watchedOptions(server.url, changes)
  return { ...watched, identity: createIdentityApi(openSession(watched.options)) }
}

const works = answer(200, callerIdentity)
const quick = { timeouts: { connectMs: 300, requestMs: 300 } }

describe('a call that fails at first', () => {
  it.each([
    { name: 'is throttled', fault: refuse(400, 'Throttling', 'Rate exceeded'), reason: 'Throttling' },
    { name: 'is asked to slow down', fault: refuse(503, 'SlowDown', 'Slow down'), reason: 'SlowDown' },
    {
      name: 'has another writer in its way',
      fault: refuse(400, 'TooManyUpdates', 'x'),
      reason: 'TooManyUpdates',
    },
    {
      name: 'meets a fault of the service',
      fault: refuse(500, 'InternalFailure', 'x'),
      reason: 'InternalFailure',
    },
    {
      name: 'meets a busy service',
      fault: refuse(503, 'ServiceUnavailable', 'x'),
      reason: 'ServiceUnavailable',
    },
    { name: 'meets a gateway that speaks HTML', fault: answer(502, '<html><b>Bad<br>gateway</html>') },
    { name: 'meets a gateway that says nothing', fault: answer(504, '') },
    { name: 'is cut off', fault: cut, reason: 'ECONNRESET' },
    { name: 'is cut off within the answer', fault: cutInTheMiddle, reason: 'ECONNRESET' },
    { name: 'is not answered', fault: stall, reason: 'ETIMEDOUT' },
    { name: 'is answered by half', fault: stallInTheMiddle, reason: 'TimeoutError' },
  ])('is repeated when it $name', async ({ fault, reason }) => {
    const { identity, records, retries } = await ask([fault, fault, works], quick)
    expect(await identity.getCallerIdentity()).toMatchObject({ accountId: '123456789012' })
    expect(records).toMatchObject([{ call: 'sts:GetCallerIdentity', attempts: 3, requestId: 'r-1' }])
    expect(retries.map(({ call }) => call)).toEqual(['sts:GetCallerIdentity', 'sts:GetCallerIdentity'])
    if (reason) expect(retries[0]?.reason).toBe(reason)
  })

  it('is not repeated when a quota is full', async () => {
    const { identity, records } = await ask([refuse(400, 'LimitExceededException', 'The quota is reached')])
    await expect(identity.getCallerIdentity()).rejects.toMatchObject({ code: 'AWS_QUOTA_FULL' })
    expect(records).toMatchObject([{ attempts: 1, errorCode: 'LimitExceededException', requestId: 'r-1' }])
  })

  it('waits as long as the server wishes', async () => {
    const busy = answer(503, '', { 'retry-after': '4' })
    const { identity, waits } = await ask([busy, works])
    await identity.getCallerIdentity()
    expect(waits[0]).toBeGreaterThan(2_000)
    expect(waits[0]).toBeLessThanOrEqual(5_050)
  })
})

describe('a call that keeps failing', () => {
  it.each([
    { name: 'throttled', fault: refuse(400, 'Throttling', 'Rate exceeded'), code: 'AWS_THROTTLED' },
    { name: 'answered with 500', fault: refuse(500, 'InternalFailure', 'x'), code: 'AWS_UNAVAILABLE' },
    { name: 'cut off', fault: cut, code: 'AWS_UNREACHABLE' },
    { name: 'not answered', fault: stall, code: 'AWS_TIMEOUT' },
  ])('ends by itself when it is $name', async ({ fault, code }) => {
    const { identity, records, waits } = await ask([fault], quick)
    await expect(identity.getCallerIdentity()).rejects.toMatchObject({ code })
    expect(records[0]?.attempts).toBeGreaterThan(3)
    expect(records[0]?.attempts).toBeLessThanOrEqual(8)
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(62_000)
  })

  it('ends when the waits together are long enough', async () => {
    const busy = answer(503, '', { 'retry-after': '3600' })
    const { identity, waits } = await ask([busy])
    await expect(identity.getCallerIdentity()).rejects.toMatchObject({ code: 'AWS_UNAVAILABLE' })
    expect(waits.length).toBeGreaterThan(5)
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(60_000)
  })

  it('says where nobody listens', async () => {
    server = await startScriptedServer(stall)
    const { options } = watchedOptions('http://user:canary@127.0.0.1:1')
    const error = await createIdentityApi(openSession(options))
      .getCallerIdentity()
      .catch((caught) => caught)
    expect(error).toMatchObject({ code: 'AWS_UNREACHABLE' })
    expect(error.message).toBe('127.0.0.1:1 cannot be reached (ECONNREFUSED)')
  })
})

describe('an abort', () => {
  const reason = new Error('SIGINT')

  it('ends a running request with its reason', async () => {
    const { identity, abort, records } = await ask([stall])
    setTimeout(() => abort(reason), 50)
    await expect(identity.getCallerIdentity()).rejects.toBe(reason)
    expect(records).toHaveLength(1)
  })

  it('ends a wait with its reason', async () => {
    const controller = new AbortController()
    const sleep = (_: number, signal?: AbortSignal) =>
      new Promise<void>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
        setTimeout(() => controller.abort(reason), 20)
      })
    const waiting = { nowMs: Date.now, sleep, signal: controller.signal }
    const { identity } = await ask([refuse(400, 'Throttling', 'Rate exceeded')], { waiting })
    await expect(identity.getCallerIdentity()).rejects.toBe(reason)
    expect(server.received).toHaveLength(1)
  })

  it('lets no later call begin', async () => {
    const { identity, abort } = await ask([works])
    abort(reason)
    await expect(identity.getCallerIdentity()).rejects.toBe(reason)
    expect(server.received).toHaveLength(0)
  })

  it('leaves a session that waits otherwise at work', async () => {
    const { options, abort } = await ask([works])
    const session = openSession(options)
    abort(reason)
    const waiting = { ...options.waiting, signal: new AbortController().signal }
    const identity = createIdentityApi(session.withWaiting(waiting))
    expect((await identity.getCallerIdentity()).accountId).toBe('123456789012')
  })
})
