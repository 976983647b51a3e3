import { describe, expect, it } from 'vitest'
import { sampleContext, sampleTemplate } from '../../test/support/sample-config.js'
import type { StatementModel } from './model.js'
import type { PermissionKeys } from './owner.js'
import { buildPermissions } from './permissions.js'

const path = ['security', 'iam_groups', 'people']
const templates = [sampleTemplate(), sampleTemplate('level2', [2, 1, 2])]
const generated: StatementModel = {
  statement: { Sid: 'MayX', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: ['x'] },
  origin: { kind: 'config', path },
}

function build(
  entry: PermissionKeys,
  own: readonly StatementModel[] = [],
  layout: 'managed' | 'inline' = 'managed',
) {
  const context = sampleContext({ group_policies: layout }, { templates })
  return buildPermissions(
    { kind: 'group', name: 'people', path, source: { entry, path }, generated: own },
    context,
  )
}

const own = (Sid: string, part?: number) =>
  ({ Sid, Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...(part && { part }) }) as const

const sidsOf = (policies: readonly { readonly statements: readonly StatementModel[] }[]) =>
  policies.map(({ statements }) => statements.map(({ statement }) => statement.Sid))

describe('a level', () => {
  it('is one managed policy, attached', () => {
    const { attachments, policies, inlinePolicies } = build({ policy_assignments: { queue: 'level1' } })
    expect(policies).toMatchObject([
      {
        kind: 'level',
        logicalId: 'PolicyQueueLevel1Read',
        policyName: 'techcorp-dev-a001-policy-queue-level1-read',
        description: 'SEC Provisioner: queue level1-read',
        path: [...path, 'policy_assignments', 'queue'],
      },
    ])
    expect(attachments).toMatchObject([{ kind: 'stack', logicalId: 'PolicyQueueLevel1Read' }])
    expect(inlinePolicies).toEqual([])
  })

  it('is resolved, with the reason and the origin of each statement', () => {
    const [policy] = build({ policy_assignments: { queue: ['level1'] } }).policies
    expect(policy?.statements).toEqual([
      {
        statement: {
          Sid: 'Read0',
          Effect: 'Allow',
          Action: ['sqs:GetQueueAttributes'],
          Resource: ['arn:aws:sqs:us-west-1:011122223333:techcorp-dev-a001-*'],
        },
        reason: 'reason 0',
        origin: {
          kind: 'template',
          file: 'policy-templates/queue/level1-read.yaml',
          statement: 0,
          path: [...path, 'policy_assignments', 'queue', 0],
        },
      },
    ])
  })

  it('with parts is one document for each, in the order of parts and of statements', () => {
    const { policies } = build({ policy_assignments: { queue: 'level2' } })
    expect(policies.map(({ policyName }) => policyName)).toEqual([
      'techcorp-dev-a001-policy-queue-level2-read-1',
      'techcorp-dev-a001-policy-queue-level2-read-2',
    ])
    expect(policies.map(({ description }) => description)).toEqual([
      'SEC Provisioner: queue level2-read, part 1',
      'SEC Provisioner: queue level2-read, part 2',
    ])
    expect(sidsOf(policies)).toEqual([['Read1'], ['Read0', 'Read2']])
  })

  it('is resolved once for all who share it', () => {
    const context = sampleContext({}, { templates })
    const [template] = templates
    if (!template) throw new Error('no template')
    expect(context.statementsOfLevel(template)).toBe(context.statementsOfLevel(template))
  })
})

describe('what is an owner’s own', () => {
  it('is one policy: what it may assume and pass, then its statements', () => {
    const { policies } = build({ statements: [own('Mine')] }, [generated])
    expect(policies).toMatchObject([
      {
        kind: 'own',
        policyName: 'techcorp-dev-a001-policy-group-people',
        description: 'SEC Provisioner: group people',
        path,
      },
    ])
    expect(sidsOf(policies)).toEqual([['MayX', 'Mine']])
  })

  it('brings a statement into one form and keeps its place', () => {
    const [policy] = build({ statements: [own('Mine')] }).policies
    expect(policy?.statements[0]).toEqual({
      statement: { Sid: 'Mine', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] },
      origin: { kind: 'config', path: [...path, 'statements', 0] },
    })
  })

  it('with parts has what it may assume and pass in the first', () => {
    const { policies } = build({ statements: [own('B', 2), own('A', 1)] }, [generated])
    expect(sidsOf(policies)).toEqual([['MayX', 'A'], ['B']])
    expect(policies.map(({ logicalId }) => logicalId)).toEqual(['PolicyGroupPeople1', 'PolicyGroupPeople2'])
  })

  it('is no policy where there is nothing', () => {
    expect(build({ statements: [] })).toEqual({ attachments: [], inlinePolicies: [], policies: [] })
  })
})

describe('attachments', () => {
  it('are levels by service, then the own policy, then policies of AWS as they are listed', () => {
    const { attachments } = build({
      managed_policies: ['SecurityAudit', 'job-function/SupportUser'],
      policy_assignments: { queue: ['level2', 'level1'] },
      statements: [own('Mine')],
    })
    expect(attachments.map((one) => (one.kind === 'stack' ? one.logicalId : one.arn))).toEqual([
      'PolicyQueueLevel2Read1',
      'PolicyQueueLevel2Read2',
      'PolicyQueueLevel1Read',
      'PolicyGroupPeople',
      'arn:aws:iam::aws:policy/SecurityAudit',
      'arn:aws:iam::aws:policy/job-function/SupportUser',
    ])
  })

  it('hold a policy once, though it is named twice', () => {
    const { attachments } = build({
      managed_policies: ['SecurityAudit', 'arn:aws:iam::aws:policy/SecurityAudit'],
    })
    expect(attachments).toHaveLength(1)
  })
})

describe('the inline layout', () => {
  it('puts every document into the owner and attaches policies of AWS alone', () => {
    const entry: PermissionKeys = {
      managed_policies: ['SecurityAudit'],
      policy_assignments: { queue: ['level1', 'level2'] },
      statements: [own('Mine')],
    }
    const { attachments, inlinePolicies, policies } = build(entry, [], 'inline')
    expect(policies).toEqual([])
    expect(attachments).toMatchObject([{ kind: 'aws' }])
    expect(inlinePolicies.map(({ policyName }) => policyName)).toEqual([
      'queue-level1-read',
      'queue-level2-read-1',
      'queue-level2-read-2',
      'own',
    ])
  })
})
