import { describeIssue, type IssueKind, type IssueKinds } from '@sec/common'
import { describe, expect, it } from 'vitest'
import type { Obstacle } from '../obstacles/obstacle.js'
import { obstacleIssue } from '../obstacles/obstacle-issue.js'
import { ownedNameIssue } from '../owners/owned-name-issue.js'
import { quotaIssue } from '../quotas/quota-issue.js'
import { iamIssueKinds } from './iam-issues.js'

const words = (issue: Parameters<typeof describeIssue>[0]) => describeIssue(issue, iamIssueKinds).message
const policyArn = 'arn:aws:iam::111122223333:policy/p'
const many = Array.from({ length: 12 }, (_, index) => `user-${index + 1}`)

describe('the words of IAM', () => {
  it.each<{ says: string; obstacle: Obstacle }>([
    {
      says: 'the group "g" is to be deleted and has 1 member: ann',
      obstacle: { kind: 'members', groupName: 'g', userNames: ['ann'] },
    },
    {
      says: `the group "g" is to be deleted and has 12 members: ${many.slice(0, 10).join(', ')} and 2 more`,
      obstacle: { kind: 'members', groupName: 'g', userNames: many },
    },
    {
      says: `the role "r" is to be deleted and has ${policyArn} attached, which the template does not attach`,
      obstacle: { kind: 'foreign-attachment', principal: { kind: 'role', name: 'r' }, policyArn },
    },
    {
      says: 'the group "g" is to be deleted and has the inline policy "x", which the template does not have',
      obstacle: { kind: 'foreign-inline', principal: { kind: 'group', name: 'g' }, policyName: 'x' },
    },
    {
      says: 'the role "r" is to be deleted and is in 2 instance profiles: a, b',
      obstacle: { kind: 'instance-profile', roleName: 'r', profileNames: ['a', 'b'] },
    },
    {
      says: `the policy ${policyArn} is to be deleted and is also attached to the group "g", the user "ann"`,
      obstacle: {
        kind: 'foreign-attachment-of-policy',
        policyArn,
        groupNames: ['g'],
        roleNames: [],
        userNames: ['ann'],
      },
    },
    {
      says: `the policy ${policyArn} is to be deleted and is the permissions boundary of the role "r"`,
      obstacle: { kind: 'foreign-boundary', policyArn, roleNames: ['r'], userNames: [] },
    },
  ])('say of $obstacle.kind: $says', ({ says, obstacle }) =>
    expect(words(obstacleIssue(obstacle))).toBe(says),
  )

  it.each([
    {
      owner: { kind: 'stack', stackId: 'id', stackName: 's', region: 'eu-west-1' } as const,
      says: 'the role "r" exists already and belongs to the stack "s" in eu-west-1',
    },
    { owner: { kind: 'unknown' } as const, says: 'the role "r" exists already, and its owner is not known' },
  ])('name the owner: $says', ({ owner, says }) => {
    expect(words(ownedNameIssue({ kind: 'role', name: 'r', owner }))).toBe(says)
  })

  it.each([
    {
      fault: { quota: 'groups', found: 295, adding: 12, allowed: 300 } as const,
      says: 'the account has 295 groups, 12 more are to be made, 300 are allowed',
    },
    {
      fault: { quota: 'attachedPoliciesPerRole', found: 0, adding: 11, allowed: 10 } as const,
      says: '11 managed policies on one role are needed, 10 are allowed in this account',
    },
  ])('count: $says', ({ fault, says }) => expect(words(quotaIssue(fault))).toBe(says))

  it.each(Object.entries(iamIssueKinds as IssueKinds))(
    'give %s a message, a hint and a meaning',
    (_code, kind) => {
      const { message, hint, meaning, sample }: IssueKind = kind
      for (const text of [message(sample), hint(sample), meaning]) expect(text).not.toMatch(/undefined|^$/)
    },
  )
})
