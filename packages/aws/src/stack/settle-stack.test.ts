import { describe, expect, it } from 'vitest'
import { fakeWaiting } from '../wait/testing/fake-waiting.js'
import { settleStack } from './settle-stack.js'
import { sampleStack, stackName } from './testing/sample-stack.js'

/** A stack that goes from status to status with every look, and stays in the last; `gone` is none. */
function stackThatGoes(...statuses: readonly string[]) {
  let looks = 0
  return {
    describeStack: async () => {
      const status = statuses[Math.min(looks++, statuses.length - 1)] ?? 'gone'
      return status === 'gone' ? undefined : sampleStack(status)
    },
  }
}

describe('settleStack', () => {
  it.each([
    { name: 'one that rests', statuses: ['UPDATE_COMPLETE'], status: 'UPDATE_COMPLETE', waits: 0 },
    {
      name: 'a creation',
      statuses: ['CREATE_IN_PROGRESS', 'CREATE_IN_PROGRESS', 'CREATE_COMPLETE'],
      status: 'CREATE_COMPLETE',
      waits: 2,
    },
    {
      name: 'the rollback that follows a creation',
      statuses: ['CREATE_IN_PROGRESS', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE'],
      status: 'ROLLBACK_COMPLETE',
      waits: 2,
    },
    { name: 'an empty one', statuses: ['REVIEW_IN_PROGRESS'], status: 'REVIEW_IN_PROGRESS', waits: 0 },
    { name: 'none', statuses: ['gone'], status: undefined, waits: 0 },
    { name: 'a deletion', statuses: ['DELETE_IN_PROGRESS', 'gone'], status: undefined, waits: 1 },
    {
      name: 'a deleted one',
      statuses: ['DELETE_IN_PROGRESS', 'DELETE_COMPLETE'],
      status: undefined,
      waits: 1,
    },
    { name: 'a failed deletion', statuses: ['DELETE_FAILED'], status: 'DELETE_FAILED', waits: 0 },
  ])('waits for the end of $name', async ({ statuses, status, waits }) => {
    const waiting = fakeWaiting()
    const stack = await settleStack(stackThatGoes(...statuses), stackName, waiting)
    expect(stack?.status).toBe(status)
    expect(waiting.delaysMs).toHaveLength(waits)
  })

  it('gives up where nothing ends', () =>
    expect(settleStack(stackThatGoes('UPDATE_IN_PROGRESS'), stackName, fakeWaiting())).rejects.toMatchObject({
      code: 'AWS_WAIT_TOO_LONG',
      message: expect.stringContaining(`what is going on with the stack "${stackName}"`),
    }))

  it('ends with the signal', async () => {
    const waiting = fakeWaiting()
    waiting.abort(new Error('stopped'))
    await expect(settleStack(stackThatGoes('UPDATE_COMPLETE'), stackName, waiting)).rejects.toThrow('stopped')
  })
})
