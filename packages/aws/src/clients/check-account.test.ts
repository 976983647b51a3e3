import { expect, it } from 'vitest'
import { checkAccount } from './check-account.js'
import { environmentKeysWarning } from './credentials/credentials.js'

const caller = { accountId: '123456789012', arn: 'arn:aws:iam::123456789012:user/ann' }
const identity = { getCallerIdentity: async () => caller }

it('answers who calls, when the account is the expected one', async () =>
  expect(await checkAccount(identity, '123456789012')).toEqual(caller))

it('names both accounts and the caller when it is another', async () => {
  const error = await checkAccount(identity, '210987654321').catch((caught) => caught)
  expect(error).toMatchObject({ code: 'AWS_WRONG_ACCOUNT', kind: 'aws' })
  for (const text of [caller.accountId, caller.arn, '210987654321']) expect(error.message).toContain(text)
  expect(error.hint).toContain('--profile')
})

it.each([
  { env: {}, isWarned: false },
  { env: { AWS_PROFILE: 'x' }, isWarned: false },
  { env: { AWS_ACCESS_KEY_ID: 'AKIAX' }, isWarned: true },
])('warns of keys in the environment: $isWarned', ({ env, isWarned }) =>
  expect(environmentKeysWarning(env)).toBe(isWarned),
)
