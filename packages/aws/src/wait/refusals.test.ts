import { describe, expect, it } from 'vitest'
import { isPassingRefusal, orInstead } from './refusals.js'
import { fakeWaiting } from './testing/fake-waiting.js'

const named = (name: string, message: string) => Object.assign(new Error(message), { name })
const wrapped = (cause: unknown) => new Error('AWS refused', { cause })

describe('isPassingRefusal', () => {
  it.each([
    [named('InvalidChangeSetStatusException', 'Cannot delete ChangeSet in status CREATE_IN_PROGRESS'), true],
    [named('InternalFailure', 'UnknownError'), true],
    [named('Throttling', 'Rate exceeded'), true],
    [wrapped(named('OperationInProgressException', '')), true],
    [named('AccessDenied', 'User is not authorized to perform: cloudformation:DeleteChangeSet'), false],
    [named('ValidationError', 'Stack [x] does not exist'), false],
    ['a text', false],
    [undefined, false],
  ])('%s: %s', (error, expected) => expect(isPassingRefusal(error)).toBe(expected))
})

describe('orInstead', () => {
  it('gives the answer, or else the other value', async () => {
    expect(await orInstead(Promise.resolve(1), 2, fakeWaiting())).toBe(1)
    expect(await orInstead(Promise.reject(new Error('denied')), 2, fakeWaiting())).toBe(2)
  })

  it('passes an interruption on', async () => {
    const waiting = fakeWaiting()
    waiting.abort(new Error('SIGINT'))
    await expect(orInstead(Promise.reject(new Error('denied')), 2, waiting)).rejects.toThrow('SIGINT')
  })
})
