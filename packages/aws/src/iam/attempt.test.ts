import { ProvisionerError } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { accessIssueKinds } from '../issues/access-issues.js'
import { attempt } from './attempt.js'

const failWith = (error: unknown) => () => Promise.reject(error)
const codes = Object.keys(accessIssueKinds)
const tolerated = [
  'AWS_DENIED',
  'AWS_QUOTA_FULL',
  'AWS_REFUSED',
  'AWS_THROTTLED',
  'AWS_TIMEOUT',
  'AWS_UNAVAILABLE',
  'AWS_UNSUPPORTED',
]

describe('attempt', () => {
  it.each(tolerated)('takes %s for an answer', async (code) => {
    const error = new ProvisionerError('aws', code, 'the reason')
    expect(await attempt(failWith(error))).toEqual({ kind: 'failed', reason: 'the reason' })
  })

  it.each(codes.filter((code) => !tolerated.includes(code)))('lets %s end the run', async (code) => {
    const error = new ProvisionerError('aws', code, 'the reason')
    await expect(attempt(failWith(error))).rejects.toBe(error)
  })

  it.each([
    { name: 'an interruption', error: 'SIGINT' },
    { name: 'a mistake of ours', error: new TypeError('undefined is not a function') },
  ])('lets $name end the run', async ({ error }) => {
    await expect(attempt(failWith(error))).rejects.toBe(error)
  })

  it('knows only codes that a call can end with', () =>
    expect(codes).toEqual(expect.arrayContaining(tolerated)))
})
