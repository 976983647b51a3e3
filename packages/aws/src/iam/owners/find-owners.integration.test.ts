import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { allowing } from '../testing/allowing.js'
import { makeEstate } from '../testing/make-estate.js'
import { makeStackWithRole } from '../testing/make-stack.js'
import { openTestIam } from '../testing/open-test-iam.js'
import { findOwners } from './find-owners.js'

const server = testServer()
/** What the operator's own policy grants for looking for owners. */
const lookActions = ['iam:GetGroup', 'iam:GetRole', 'iam:GetPolicy']

describe('findOwners', () => {
  it('names the stack of a role, and what was made by hand as unowned', async () => {
    const account = server.newAccount()
    const { cloudformation, iam } = account.clients('eu-west-1')
    const names = await makeEstate(iam, account.accountId)
    const stackId = await makeStackWithRole(cloudformation, 'other-stack', 'edge-trainer')
    const asked = { ...names, roleNames: ['edge-trainer', 'edge-role', 'nobody'] }
    const operator = await account.createUser('operator', [allowing(lookActions)])
    const owners = await findOwners(openTestIam(server.endpointUrl, operator), asked)
    const stack = { kind: 'stack', stackId, stackName: 'other-stack', region: 'eu-west-1' }
    expect(owners).toEqual([
      { kind: 'group', name: 'edge-group', owner: { kind: 'unknown' } },
      { kind: 'role', name: 'edge-trainer', owner: stack },
      { kind: 'role', name: 'edge-role', owner: { kind: 'unknown' } },
      { kind: 'policy', name: names.policyArns[0], owner: { kind: 'unknown' } },
    ])
  })

  it('finds nothing in an empty account', async () => {
    const account = server.newAccount()
    const names = {
      groupNames: ['g'],
      roleNames: ['r'],
      policyArns: [`arn:aws:iam::${account.accountId}:policy/p`],
    }
    expect(await findOwners(openTestIam(server.endpointUrl, account.root), names)).toEqual([])
  })

  it('fails where it may not look', async () => {
    const account = server.newAccount()
    const nobody = await account.createUser('nobody')
    const looking = findOwners(openTestIam(server.endpointUrl, nobody), {
      groupNames: ['g'],
      roleNames: [],
      policyArns: [],
    })
    await expect(looking).rejects.toMatchObject({ code: 'AWS_DENIED' })
  })
})
