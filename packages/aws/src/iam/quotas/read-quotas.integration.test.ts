import { testServer } from '@sec/test-server/vitest'
import { expect, it } from 'vitest'
import { makeEstate } from '../testing/make-estate.js'
import { openTestIam } from '../testing/open-test-iam.js'
import { readQuotas } from './read-quotas.js'

const server = testServer()

it('reads what the account has and may have', async () => {
  const account = server.newAccount()
  await makeEstate(account.clients().iam, account.accountId)
  expect(await readQuotas(openTestIam(server.endpointUrl, account.root))).toMatchObject({
    groups: { used: 1, allowed: 300 },
    roles: { used: 1, allowed: 1_000 },
    policies: { used: 1, allowed: 1_500 },
    attachedPoliciesPerRole: 10,
    trustPolicyCharacters: 2_048,
    policyCharacters: 6_144,
    groupInlineCharacters: 5_120,
  })
})
