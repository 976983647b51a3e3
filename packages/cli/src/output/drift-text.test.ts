import type { EstateDrift, TemplateEstate } from '@sec/core'
import { describe, expect, it } from 'vitest'
import { type Drift, joinDrift } from '../aws/drift.js'
import { driftText, summarizeDrift } from './drift-text.js'

const estate: TemplateEstate = { groups: [], roles: [], policies: [], resources: {}, unresolved: [] }
const looked = { groups: 2, roles: 1, policies: 4 }
const group = { type: 'group', name: 'edge-prod-b001-group-data-scientists' } as const
const role = { type: 'role', name: 'edge-prod-b001-role-glue-etl' } as const
const policy = { type: 'policy', name: 'edge-prod-b001-policy-s3-level1-read-only' } as const
const readBucket = {
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: 'arn:aws:s3:::edge-*',
}

function driftOf(findings: EstateDrift['findings'], status = 'DRIFTED', reason = ''): Drift {
  const isIncomplete = reason !== ''
  return joinDrift({ status, isIncomplete, reason, resources: [] }, { findings }, estate)
}

const night: EstateDrift['findings'] = [
  { kind: 'changed-description', subject: role, effect: 'cosmetic', expected: 'Runs jobs.', found: 'mine' },
  { kind: 'missing', subject: { type: 'role', name: 'edge-prod-b001-role-approver' }, effect: 'narrower' },
  { kind: 'tag-changed', subject: role, effect: 'other', key: 'owner', expected: 'platform', found: 'me' },
  {
    kind: 'extra-inline-policy',
    subject: group,
    effect: 'wider',
    policyName: 'quick-fix',
    gained: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    lost: [],
  },
  {
    kind: 'changed-policy-document',
    subject: policy,
    effect: 'wider',
    versionId: 'v3',
    attachedTo: { groups: [group.name], roles: [role.name], users: [] },
    gained: [{ ...readBucket, Action: [...readBucket.Action, 's3:PutObject'] }],
    lost: [readBucket],
  },
  {
    kind: 'foreign-attachment',
    subject: policy,
    effect: 'wider',
    holder: { type: 'user', name: 'mallory' },
  },
  { kind: 'not-checked', subject: { type: 'group', name: 'edge-prod-b001-group-qa' }, reason: 'denied' },
]

describe('what a person is told who is woken at night', () => {
  it('begins with whether access is wider, and where, and ends with what nobody looked at', () => {
    const drift = driftOf(night)
    expect([summarizeDrift(drift, looked), ...driftText(drift)].join('\n')).toMatchInlineSnapshot(`
      "drift, access is wider: group edge-prod-b001-group-data-scientists, policy edge-prod-b001-policy-s3-level1-read-only (6 findings, 1 not checked)
      Wider access:
        group edge-prod-b001-group-data-scientists has the inline policy quick-fix, which is not in the template
            + Allow * on *
        policy edge-prod-b001-policy-s3-level1-read-only has other statements in its default version v3
            + Allow s3:PutObject, s3:GetObject, s3:ListBucket on arn:aws:s3:::edge-*
            - Allow s3:GetObject, s3:ListBucket on arn:aws:s3:::edge-*
            it counts for group edge-prod-b001-group-data-scientists, role edge-prod-b001-role-glue-etl
        policy edge-prod-b001-policy-s3-level1-read-only is attached to the user mallory, which is not of this stack
            no deployment detaches it: do so by hand
      Access that may differ:
        role edge-prod-b001-role-glue-etl has the tag owner = "me", the template says "platform"
      Narrower access:
        role edge-prod-b001-role-approver does not exist any more
      The same access:
        role edge-prod-b001-role-glue-etl has the description "mine", the template says "Runs jobs."
      Not checked:
        group edge-prod-b001-group-qa was not checked: denied"
    `)
  })

  it('is told so when CloudFormation itself would have let them sleep', () => {
    expect(driftText(driftOf(night.slice(0, 1), 'IN_SYNC')).at(-1)).toBe(
      "CloudFormation's own drift detection sees none of this: it says IN_SYNC",
    )
    expect(driftText(driftOf(night.slice(0, 1))).join()).not.toContain('CloudFormation')
    expect(driftText(driftOf([], 'IN_SYNC'))).toEqual([])
  })
})

describe('what only hands can undo', () => {
  it('names the action that makes a moved thing again', () => {
    const moved = {
      kind: 'changed-path',
      subject: role,
      effect: 'other',
      expected: '/',
      found: '/a/',
    } as const
    expect(
      driftText(driftOf([moved]))
        .at(-1)
        ?.trim(),
    ).toBe('no deployment moves it: delete it by hand, then have it made again, by deploy --revert-drift')
  })
})

describe('the whole in one line', () => {
  const wider = (name: string) => ({ ...night[3], subject: { ...group, name } }) as (typeof night)[number]
  it.each<[string, Drift]>([
    ['no drift; 2 groups, 1 role, 4 policies are as they were deployed', driftOf([], 'IN_SYNC')],
    ['no drift found, 1 not checked', driftOf(night.slice(6))],
    ['no drift found, 1 not checked', driftOf([], 'NOT_CHECKED', 'it takes too long')],
    ['drift, access is wider: group a (2 findings)', driftOf([wider('a'), wider('a')])],
    [
      'drift, access is wider: group a, group b, group c and 2 more (5 findings)',
      driftOf(['a', 'b', 'c', 'd', 'e'].map(wider)),
    ],
    [
      `drift, access may differ: role ${role.name} (2 findings)`,
      driftOf([...night.slice(0, 1), ...night.slice(2, 3)]),
    ],
    [
      `drift, access is not wider: role edge-prod-b001-role-approver, role ${role.name} (2 findings, 1 not checked)`,
      driftOf([...night.slice(0, 2), ...night.slice(6)]),
    ],
  ])('%s', (line, drift) => expect(summarizeDrift(drift, looked)).toBe(line))
})
