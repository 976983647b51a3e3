import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { addForeignThings, billingArn } from '../testing/add-foreign-things.js'
import { allowing } from '../testing/allowing.js'
import { makeEstate, readOnlyArn } from '../testing/make-estate.js'
import { openTestIam } from '../testing/open-test-iam.js'
import { findObstacles } from './find-obstacles.js'
import type { Leaving, Obstacle, PrincipalName } from './obstacle.js'
import { removeForeignPolicies } from './remove-foreign-policies.js'

const server = testServer()
/** What the operator's own policy grants for looking for obstacles. */
const lookActions = [
  ...['iam:GetGroup', 'iam:ListAttachedGroupPolicies', 'iam:ListGroupPolicies', 'iam:ListEntitiesForPolicy'],
  ...['iam:ListAttachedRolePolicies', 'iam:ListInstanceProfilesForRole', 'iam:ListRolePolicies'],
]
const group: PrincipalName = { kind: 'group', name: 'edge-group' }
const role: PrincipalName = { kind: 'role', name: 'edge-role' }
const members: Obstacle = { kind: 'members', groupName: 'edge-group', userNames: ['ann'] }
const profile: Obstacle = { kind: 'instance-profile', roleName: 'edge-role', profileNames: ['machines'] }

/** The estate of `makeEstate` as a template would have it. */
const leavingOf = (policyArn: string): Leaving => ({
  groups: [{ groupName: 'edge-group', ownPolicyArns: [policyArn], ownInlineNames: ['own'] }],
  roles: [{ roleName: 'edge-role', ownPolicyArns: [readOnlyArn], ownInlineNames: ['own'] }],
  policies: [{ arn: policyArn, ownGroupNames: ['edge-group'], ownRoleNames: ['edge-role'] }],
})

async function prepare() {
  const account = server.newAccount()
  const { iam } = account.clients()
  const [policyArn = ''] = (await makeEstate(iam, account.accountId)).policyArns
  return { account, iam, policyArn, leaving: leavingOf(policyArn) }
}

const foreign: readonly Obstacle[] = [
  { kind: 'foreign-attachment', principal: group, policyArn: readOnlyArn },
  { kind: 'foreign-inline', principal: group, policyName: 'by-hand' },
  { kind: 'foreign-attachment', principal: role, policyArn: billingArn },
  { kind: 'foreign-inline', principal: role, policyName: 'by-hand' },
]
const elsewhere = (policyArn: string, names: { groupNames: string[]; roleNames: string[] }): Obstacle => ({
  kind: 'foreign-attachment-of-policy',
  policyArn,
  ...names,
  userNames: ['ben'],
})
const boundary = (policyArn: string): Obstacle => ({
  kind: 'foreign-boundary',
  policyArn,
  roleNames: ['bounded'],
  userNames: [],
})

describe('findObstacles', () => {
  it('finds the members, and nothing of what the template put there itself', async () => {
    const { account, leaving } = await prepare()
    expect(await findObstacles(openTestIam(server.endpointUrl, account.root), leaving)).toEqual([members])
  })

  it('finds everything that somebody else put there', async () => {
    const { account, iam, policyArn, leaving } = await prepare()
    await addForeignThings(iam, policyArn)
    const obstacles = await findObstacles(openTestIam(server.endpointUrl, account.root), leaving)
    expect(obstacles).toEqual([
      members,
      ...foreign,
      profile,
      elsewhere(policyArn, { groupNames: ['other-group'], roleNames: ['other-role'] }),
      boundary(policyArn),
    ])
  })

  it('finds a boundary on a role that goes too, since nothing makes that role go first', async () => {
    const { account, policyArn, leaving } = await prepare()
    const policies = [{ arn: policyArn, ownGroupNames: ['edge-group'], ownRoleNames: [] }]
    const obstacles = await findObstacles(openTestIam(server.endpointUrl, account.root), {
      ...leaving,
      policies,
    })
    expect(obstacles).toEqual([members, { ...boundary(policyArn), roleNames: ['edge-role'] }])
  })

  it('takes what is gone already for no obstacle', async () => {
    const account = server.newAccount()
    const leaving = leavingOf(`arn:aws:iam::${account.accountId}:policy/edge-policy`)
    expect(await findObstacles(openTestIam(server.endpointUrl, account.root), leaving)).toEqual([])
  })

  it('needs nothing but what the policy of the operator grants for it', async () => {
    const { account, iam, policyArn, leaving } = await prepare()
    await addForeignThings(iam, policyArn)
    const operator = await account.createUser('operator', [allowing(lookActions)])
    const obstacles = await findObstacles(openTestIam(server.endpointUrl, operator), leaving)
    expect(obstacles).toHaveLength(8)
  })

  it('fails where it may not look', async () => {
    const { account, leaving } = await prepare()
    const nobody = await account.createUser('nobody')
    const looking = findObstacles(openTestIam(server.endpointUrl, nobody), leaving)
    await expect(looking).rejects.toMatchObject({ code: 'AWS_DENIED' })
  })
})

describe('removeForeignPolicies', () => {
  it('takes off what is foreign, and leaves people, profiles, boundaries and places outside the estate', async () => {
    const { account, iam, policyArn, leaving } = await prepare()
    await addForeignThings(iam, policyArn)
    const api = openTestIam(server.endpointUrl, account.root)
    const estate = { groupNames: ['edge-group', 'other-group'], roleNames: ['edge-role'] }
    const obstacles = await findObstacles(api, leaving)
    const { removed, left } = await removeForeignPolicies(api, obstacles, estate)
    expect(removed).toHaveLength(5)
    const stays = [
      members,
      profile,
      elsewhere(policyArn, { groupNames: [], roleNames: ['other-role'] }),
      boundary(policyArn),
    ]
    expect(left).toEqual(stays)
    expect(await findObstacles(api, leaving)).toEqual(stays)
  })

  it('takes what somebody else removed meanwhile for removed', async () => {
    const { account, iam, policyArn, leaving } = await prepare()
    await addForeignThings(iam, policyArn)
    const api = openTestIam(server.endpointUrl, account.root)
    const estate = { groupNames: ['edge-group'], roleNames: ['edge-role'] }
    const obstacles = await findObstacles(api, leaving)
    const first = await removeForeignPolicies(api, obstacles, estate)
    const told: unknown[] = []
    const again = await removeForeignPolicies(api, obstacles, estate, {
      onRemoved: (removal) => told.push(removal),
    })
    expect(again).toEqual(first)
    expect(told).toEqual(first.removed)
  })
})
