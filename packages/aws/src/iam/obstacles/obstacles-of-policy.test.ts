import { describe, expect, it } from 'vitest'
import type { PolicyEntities } from '../ports.js'
import type { Leaving } from './obstacle.js'
import { obstaclesOfPolicy } from './obstacles-of-policy.js'

const policy = { arn: 'arn:p', ownGroupNames: ['own'], ownRoleNames: ['own'] }
const alone: Leaving = { groups: [], roles: [], policies: [policy] }
const none = { ownPolicyArns: [], ownInlineNames: [] }
const attachedTo = (entities: Partial<PolicyEntities>) => ({
  listEntitiesForPolicy: async (_arn: string, usage: string) => ({
    ...{ groups: [], roles: [], users: [] },
    ...(usage === 'PermissionsPolicy' ? entities : {}),
  }),
})

describe('obstaclesOfPolicy, of a policy that goes while others stay', () => {
  it.each<{ name: string; entities: Partial<PolicyEntities>; leaving?: Leaving }>([
    { name: 'nothing', entities: {} },
    { name: 'a group and a role of the template', entities: { groups: ['own'], roles: ['own'] } },
    {
      name: 'a group that goes too, where it is found',
      entities: { groups: ['goes'] },
      leaving: { ...alone, groups: [{ groupName: 'goes', ...none }] },
    },
    {
      name: 'a role that goes too, where it is found',
      entities: { roles: ['goes'] },
      leaving: { ...alone, roles: [{ roleName: 'goes', ...none }] },
    },
  ])('says nothing of being attached to $name', async ({ entities, leaving = alone }) => {
    expect(await obstaclesOfPolicy(attachedTo(entities), policy, leaving)).toEqual([])
  })

  it.each([
    { name: 'group', groups: ['own', 'x'], found: { groupNames: ['x'], roleNames: [], userNames: [] } },
    { name: 'role', roles: ['own', 'x'], found: { groupNames: [], roleNames: ['x'], userNames: [] } },
    { name: 'user', users: ['own'], found: { groupNames: [], roleNames: [], userNames: ['own'] } },
  ])('finds a foreign $name', async ({ found, name: _name, ...entities }) => {
    const obstacle = { kind: 'foreign-attachment-of-policy', policyArn: 'arn:p', ...found }
    expect(await obstaclesOfPolicy(attachedTo(entities), policy, alone)).toEqual([obstacle])
  })
})
