import { describe, expect, it } from 'vitest'
import type { ChangeSetSummary } from '../ports.js'
import { sampleStack, stackId, stackName } from '../stack/testing/sample-stack.js'
import { fakeWaiting } from '../wait/testing/fake-waiting.js'
import { type DiscardApi, type DiscardRequest, discardChangeSet } from './discard-change-set.js'

const ids = { stackId, changeSetId: 'arn:ours' }
const summary = (name: string): ChangeSetSummary => ({
  stackId,
  changeSetId: `arn:${name}`,
  changeSetName: name,
  status: 'CREATE_COMPLETE',
  executionStatus: 'AVAILABLE',
  createdMs: 0,
})
const refusal = (name: string) => Object.assign(new Error(name), { name })

interface World {
  /** Status of the stack; undefined for none. */
  readonly status?: string
  readonly id?: string
  readonly changeSets?: readonly string[]
  /** Refusals before each call succeeds. */
  readonly refusals?: Readonly<Partial<Record<'deleteChangeSet' | 'deleteStack', readonly Error[]>>>
  /** Statuses that the stack goes through once it is deleted; gone after them. */
  readonly deletion?: readonly string[]
  /** False for a server that knows no lists of change sets. */
  readonly hasLists?: boolean
}

function worldOf(world: World) {
  const { status, id = stackId, changeSets = ['ours'], refusals = {}, deletion = [], hasLists = true } = world
  const calls: string[] = []
  const left = {
    deleteChangeSet: [...(refusals.deleteChangeSet ?? [])],
    deleteStack: [...(refusals.deleteStack ?? [])],
  }
  let sets = [...changeSets]
  let statuses = status === undefined ? [] : [status]
  const call = (name: 'deleteChangeSet' | 'deleteStack') => {
    calls.push(name)
    const refused = left[name].shift()
    if (refused) throw refused
  }
  const api: DiscardApi = {
    describeStack: async () => {
      const now = statuses.length > 1 ? statuses.shift() : statuses[0]
      if (now === 'gone' || now === undefined) return undefined
      return sampleStack(now, { stackId: id })
    },
    listChangeSets: async () => (hasLists ? sets.map(summary) : []),
    describeChangeSet: async ({ changeSetId }) => {
      if (!sets.includes(changeSetId)) return undefined
      return { ...summary(changeSetId), statusReason: '', changes: [] }
    },
    deleteChangeSet: async (one) => {
      call('deleteChangeSet')
      sets = sets.filter((name) => `arn:${name}` !== one.changeSetId)
    },
    deleteStack: async () => {
      call('deleteStack')
      statuses = [...deletion, 'gone']
    },
  }
  return { api, calls, sets: () => sets }
}

const request: DiscardRequest = {
  stackName,
  changeSetName: 'ours',
  removeEmptyStack: true,
  clientToken: 'mine',
}

describe('discardChangeSet', () => {
  it('finds by its name what the server does not list', async () => {
    const { api, calls } = worldOf({ status: 'REVIEW_IN_PROGRESS', hasLists: false })
    expect(await discardChangeSet(api, request, fakeWaiting())).toEqual({
      changeSet: 'removed',
      emptyStack: 'removed',
    })
    expect(calls).toEqual(['deleteChangeSet', 'deleteStack'])
  })

  it('takes one call where the stack was there before', async () => {
    const { api, calls } = worldOf({ status: 'UPDATE_COMPLETE' })
    const done = await discardChangeSet(api, { ...request, ids, removeEmptyStack: false }, fakeWaiting())
    expect(done).toEqual({ changeSet: 'removed', emptyStack: 'none' })
    expect(calls).toEqual(['deleteChangeSet'])
  })

  it('removes the empty stack as well, and waits until it is gone', async () => {
    const { api, calls } = worldOf({ status: 'REVIEW_IN_PROGRESS', deletion: ['DELETE_IN_PROGRESS'] })
    const done = await discardChangeSet(api, { ...request, ids }, fakeWaiting())
    expect(done).toEqual({ changeSet: 'removed', emptyStack: 'removed' })
    expect(calls).toEqual(['deleteChangeSet', 'deleteStack'])
  })

  it('finds by name what no answer told of', async () => {
    const { api, sets } = worldOf({ status: 'REVIEW_IN_PROGRESS' })
    expect(await discardChangeSet(api, request, fakeWaiting())).toEqual({
      changeSet: 'removed',
      emptyStack: 'removed',
    })
    expect(sets()).toEqual([])
  })

  it('looks some times for what no answer told of, then lets it be', async () => {
    const { api, calls } = worldOf({})
    const waiting = fakeWaiting()
    const done = await discardChangeSet(api, request, waiting)
    expect(done).toEqual({ changeSet: 'not-found', emptyStack: 'none' })
    expect(calls).toEqual([])
    expect(waiting.delaysMs).toHaveLength(3)
  })

  it.each([
    { name: 'was executed meanwhile', world: { status: 'CREATE_COMPLETE' } },
    { name: 'is executed now', world: { status: 'CREATE_IN_PROGRESS' } },
    { name: 'is another of the same name', world: { status: 'REVIEW_IN_PROGRESS', id: `${stackId}9` } },
    {
      name: 'has a change set of somebody else',
      world: { status: 'REVIEW_IN_PROGRESS', changeSets: ['ours', 'theirs'] },
    },
  ])('leaves a stack that $name', async ({ world }) => {
    const { api, calls } = worldOf(world)
    const done = await discardChangeSet(api, { ...request, ids }, fakeWaiting())
    expect(done).toEqual({ changeSet: 'removed', emptyStack: 'left' })
    expect(calls).toEqual(['deleteChangeSet'])
  })

  it('leaves no empty stack where two clean up at the same time', async () => {
    const { api, sets } = worldOf({ status: 'REVIEW_IN_PROGRESS', changeSets: ['ours', 'theirs'] })
    const theirs = { ...request, changeSetName: 'theirs', ids: { stackId, changeSetId: 'arn:theirs' } }
    const done = await Promise.all([
      discardChangeSet(api, { ...request, ids }, fakeWaiting()),
      discardChangeSet(api, theirs, fakeWaiting()),
    ])
    expect(done.map(({ emptyStack }) => emptyStack)).toContain('removed')
    expect([sets(), await api.describeStack(stackId)]).toEqual([[], undefined])
  })

  it('asks again after refusals that pass', async () => {
    const { api, calls } = worldOf({
      status: 'REVIEW_IN_PROGRESS',
      refusals: {
        deleteChangeSet: [refusal('InvalidChangeSetStatusException')],
        deleteStack: [refusal('InternalFailure'), refusal('OperationInProgressException')],
      },
    })
    await discardChangeSet(api, { ...request, ids }, fakeWaiting())
    expect(calls).toEqual(['deleteChangeSet', 'deleteChangeSet', 'deleteStack', 'deleteStack', 'deleteStack'])
  })

  it('tries a failed deletion again, then says that the empty stack stays', async () => {
    const { api, calls } = worldOf({
      status: 'REVIEW_IN_PROGRESS',
      deletion: ['DELETE_FAILED', 'DELETE_FAILED'],
    })
    const failing: DiscardApi = {
      ...api,
      describeStack: async () => sampleStack(calls.length > 1 ? 'DELETE_FAILED' : 'REVIEW_IN_PROGRESS'),
    }
    await expect(discardChangeSet(failing, { ...request, ids }, fakeWaiting())).rejects.toMatchObject({
      code: 'AWS_EMPTY_STACK_STAYS',
    })
    expect(calls).toEqual(['deleteChangeSet', 'deleteStack', 'deleteStack', 'deleteStack'])
  })

  it('passes any other refusal on', () => {
    const { api } = worldOf({
      status: 'UPDATE_COMPLETE',
      refusals: { deleteChangeSet: [refusal('AccessDenied')] },
    })
    return expect(discardChangeSet(api, { ...request, ids }, fakeWaiting())).rejects.toThrow('AccessDenied')
  })
})
