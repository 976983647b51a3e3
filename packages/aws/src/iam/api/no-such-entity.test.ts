import { ProvisionerError } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { orUndefined } from './no-such-entity.js'

const named = (name: string) => Object.assign(new Error('no'), { name })

describe('orUndefined', () => {
  it.each([
    { name: "the SDK's class", error: named('NoSuchEntityException') },
    { name: "IAM's code", error: named('NoSuchEntity') },
    {
      name: 'an error of ours that it caused',
      error: new ProvisionerError('aws', 'AWS_REFUSED', 'no', { cause: named('NoSuchEntityException') }),
    },
  ])('gives undefined for $name', async ({ error }) => {
    expect(await orUndefined(Promise.reject(error))).toBeUndefined()
  })

  it.each([
    { name: 'a name that only contains it', error: named('NoSuchEntityTypeException') },
    { name: 'a refusal', error: named('AccessDenied') },
    { name: 'an interruption', error: 'SIGINT' },
  ])('passes $name on', async ({ error }) => {
    await expect(orUndefined(Promise.reject(error))).rejects.toBe(error)
  })
})
