import { describe, expect, it } from 'vitest'
import type { Obstacle } from './obstacle.js'
import { planRemovals } from './plan-removals.js'

const estate = { groupNames: ['ours'], roleNames: ['our-role'] }
const policyArn = 'arn:aws:iam::111122223333:policy/p'
const elsewhere = (groupNames: string[], roleNames: string[], userNames: string[]): Obstacle => ({
  kind: 'foreign-attachment-of-policy',
  policyArn,
  groupNames,
  roleNames,
  userNames,
})

describe('planRemovals', () => {
  it('detaches a foreign policy from a group, and deletes a foreign inline policy of a role', () => {
    const group = { kind: 'group', name: 'ours' } as const
    const role = { kind: 'role', name: 'our-role' } as const
    const obstacles: Obstacle[] = [
      { kind: 'foreign-attachment', principal: group, policyArn },
      { kind: 'foreign-inline', principal: role, policyName: 'by-hand' },
    ]
    expect(planRemovals(obstacles, estate)).toEqual({
      removals: [
        { kind: 'detach', principal: group, policyArn },
        { kind: 'delete-inline', principal: role, policyName: 'by-hand' },
      ],
      left: [],
    })
  })

  it.each<{ name: string; obstacle: Obstacle }>([
    { name: 'members', obstacle: { kind: 'members', groupName: 'ours', userNames: ['ann'] } },
    { name: 'profiles', obstacle: { kind: 'instance-profile', roleName: 'our-role', profileNames: ['p'] } },
    {
      name: 'a boundary',
      obstacle: { kind: 'foreign-boundary', policyArn, roleNames: ['our-role'], userNames: [] },
    },
    { name: 'foreign places', obstacle: elsewhere(['theirs'], ['their-role'], ['ann']) },
  ])('leaves $name as they are', ({ obstacle }) => {
    expect(planRemovals([obstacle], estate)).toEqual({ removals: [], left: [obstacle] })
  })

  it('detaches a leaving policy within the estate and leaves what is outside', () => {
    const plan = planRemovals([elsewhere(['theirs', 'ours'], ['our-role'], ['ann'])], estate)
    expect(plan.removals).toEqual([
      { kind: 'detach', principal: { kind: 'group', name: 'ours' }, policyArn },
      { kind: 'detach', principal: { kind: 'role', name: 'our-role' }, policyArn },
    ])
    expect(plan.left).toEqual([elsewhere(['theirs'], [], ['ann'])])
  })

  it('leaves nothing of a policy that is attached within the estate only', () => {
    expect(planRemovals([elsewhere(['ours'], [], [])], estate).left).toEqual([])
  })
})
