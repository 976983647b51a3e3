import { describe, expect, it } from 'vitest'
import type { StackEvent } from '../ports.js'
import { fakeWaiting } from '../wait/testing/fake-waiting.js'
import { describeBusy, describeBusyInWords, stackBusyError } from './describe-busy.js'
import { sampleEvents, sampleStack, stackName } from './testing/sample-stack.js'

const stack = sampleStack('UPDATE_IN_PROGRESS')
const ours = 'sec--deploy--alice--k3j9x2ab'
const apiOf = (oldestFirst: readonly StackEvent[]) => ({
  describeStackEvents: async () => [...oldestFirst].reverse(),
})
const before = sampleEvents(['stack CREATE_COMPLETE'], 'old')
const wordsOf = async (events: readonly StackEvent[]) =>
  describeBusyInWords(await describeBusy(apiOf(events), stack, fakeWaiting()))

describe('describeBusy', () => {
  it.each([
    {
      name: 'names who began it with our token',
      token: ours,
      words: 'a deploy by alice, since 12:00:00 UTC',
    },
    {
      name: "knows nothing of another program's token",
      token: 'Console-UpdateStack-0a1b',
      words: 'an operation started outside this tool, since 12:00:00 UTC',
    },
    {
      name: 'goes by the event of the stack where there are no tokens',
      token: '',
      words: 'an operation started outside this tool, since 12:00:00 UTC',
    },
  ])('$name', async ({ token, words }) => {
    const now = sampleEvents(['stack UPDATE_IN_PROGRESS User Initiated', 'RoleA UPDATE_IN_PROGRESS'], token)
    expect(await wordsOf([...before, ...now])).toBe(words)
  })

  it('says so when the events cannot be read', async () => {
    const api = { describeStackEvents: async () => Promise.reject(new Error('denied')) }
    const busy = await describeBusy(api, stack, fakeWaiting())
    expect(busy).toEqual({ status: 'UPDATE_IN_PROGRESS' })
    expect(stackBusyError(stackName, busy)).toMatchObject({
      code: 'AWS_STACK_BUSY',
      message: 'the stack "acme-prod-stack" is in UPDATE_IN_PROGRESS: an operation started outside this tool',
    })
  })
})
