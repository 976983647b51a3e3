import { describe, expect, it } from 'vitest'
import { type ScriptStep, scriptedStack } from '../operation/testing/scripted-stack.js'
import type { StackEvent } from '../ports.js'
import { sampleEvents, sampleStack, stackId, stackName } from '../stack/testing/sample-stack.js'
import { fakeWaiting } from '../wait/testing/fake-waiting.js'
import { deleteStack, refuseProtectedStack } from './delete-stack.js'

const created = sampleEvents(['stack CREATE_IN_PROGRESS', 'stack CREATE_COMPLETE'], 'old')
const deleting = (token: string) =>
  sampleEvents(['stack DELETE_IN_PROGRESS', 'RoleA DELETE_COMPLETE', 'stack DELETE_COMPLETE'], token)

async function run(steps: readonly ScriptStep[], before: readonly StackEvent[] = created) {
  const { api } = scriptedStack(steps, before)
  const asked: unknown[] = []
  const told: string[] = []
  const request = { stackId, stackName, roleArn: 'arn:role', token: 'mine' }
  const deletingApi = {
    ...api,
    deleteStack: async (one: unknown) => {
      asked.push(one)
    },
  }
  const onEvent = (event: StackEvent) => told.push(`${event.logicalId} ${event.status}`)
  const result = await deleteStack(deletingApi, request, fakeWaiting(), onEvent)
  return { result, asked, told }
}

describe('deleteStack', () => {
  it('deletes by id and with the role, and follows to the end', async () => {
    const { result, asked, told } = await run([
      { status: 'UPDATE_COMPLETE' },
      { status: 'UPDATE_COMPLETE' },
      { status: 'DELETE_IN_PROGRESS', events: deleting('mine').slice(0, 2) },
      { status: 'DELETE_COMPLETE', events: deleting('mine').slice(2) },
    ])
    expect(result).toMatchObject({ kind: 'complete', status: 'DELETE_COMPLETE', durationMs: 2000 })
    expect(asked).toEqual([{ stackId, clientToken: 'mine', roleArn: 'arn:role' }])
    expect(told).toHaveLength(3)
  })

  it('takes a stack that vanishes for a deleted one', async () => {
    const { result } = await run([{ status: 'CREATE_COMPLETE' }, { status: 'gone' }])
    expect(result).toMatchObject({ kind: 'complete', status: 'DELETE_COMPLETE' })
  })

  it.each(['gone', 'DELETE_COMPLETE'])('asks nothing where it is %s already', async (status) => {
    const { result, asked } = await run([{ status }])
    expect(result).toMatchObject({ kind: 'complete', durationMs: 0 })
    expect(asked).toEqual([])
  })

  it('tries again after a failure, and does not take the old failure for the new one', async () => {
    const failed = sampleEvents(
      ['stack DELETE_IN_PROGRESS', 'Group DELETE_FAILED members', 'stack DELETE_FAILED'],
      'old',
    )
    const { result } = await run(
      [
        { status: 'DELETE_FAILED' },
        { status: 'DELETE_FAILED' },
        { status: 'DELETE_COMPLETE', events: deleting('mine') },
      ],
      failed,
    )
    expect(result).toMatchObject({ kind: 'complete', status: 'DELETE_COMPLETE' })
  })

  it('tells what kept it from being deleted', async () => {
    const { result } = await run([
      { status: 'CREATE_COMPLETE' },
      {
        status: 'DELETE_FAILED',
        events: sampleEvents([
          'stack DELETE_IN_PROGRESS',
          'Group DELETE_FAILED Cannot delete entity, must remove users from group first.',
          'stack DELETE_FAILED The following resource(s) failed to delete: [Group]. ',
        ]),
      },
    ])
    expect(result).toMatchObject({
      kind: 'failed',
      status: 'DELETE_FAILED',
      rootCause: { logicalId: 'Group', rawReason: expect.stringContaining('must remove users') },
      leftBehind: [],
    })
  })

  it.each(['theirs', ''])('follows a deletion under the token %j that is at work already', async (token) => {
    const { result, asked, told } = await run(
      [{ status: 'DELETE_IN_PROGRESS' }, { status: 'DELETE_COMPLETE', events: deleting(token).slice(1) }],
      [...created, ...deleting(token).slice(0, 1)],
    )
    expect(result).toMatchObject({ kind: 'complete' })
    expect(asked).toEqual([])
    expect(told).toHaveLength(3)
  })

  it('follows a deletion by its token where its beginning is not among the newest events', async () => {
    const { result, told } = await run(
      [{ status: 'DELETE_IN_PROGRESS' }, { status: 'DELETE_COMPLETE', events: deleting('theirs').slice(2) }],
      [...created, ...deleting('theirs').slice(1, 2)],
    )
    expect(result).toMatchObject({ kind: 'complete' })
    expect(told).toHaveLength(2)
  })

  it('leaves a stack alone that somebody updates', () =>
    expect(run([{ status: 'UPDATE_IN_PROGRESS' }])).rejects.toMatchObject({ code: 'AWS_STACK_BUSY' }))

  it('respects termination protection, and says how it is switched off', async () => {
    const { api } = scriptedStack([{ status: 'CREATE_COMPLETE' }])
    const protectedApi = {
      ...api,
      describeStack: async () => sampleStack('CREATE_COMPLETE', { terminationProtection: true }),
      deleteStack: async () => Promise.reject(new Error('never asked')),
    }
    const deletion = deleteStack(protectedApi, { stackId, stackName, token: 'mine' }, fakeWaiting())
    await expect(deletion).rejects.toMatchObject({
      code: 'AWS_TERMINATION_PROTECTED',
      hint: expect.stringContaining('update-termination-protection'),
    })
  })
})

describe('refuseProtectedStack', () => {
  it('lets a stack go that is not protected', () =>
    expect(refuseProtectedStack(sampleStack('CREATE_COMPLETE'))).toBeUndefined())

  it.each(['CREATE_COMPLETE', 'ROLLBACK_COMPLETE', 'DELETE_FAILED'])(
    'stops before a protected one in %s, by its name',
    (status) =>
      expect(() => refuseProtectedStack(sampleStack(status, { terminationProtection: true }))).toThrow(
        expect.objectContaining({
          code: 'AWS_TERMINATION_PROTECTED',
          message: `the stack "${stackName}" has termination protection and was not deleted`,
        }),
      ),
  )
})
