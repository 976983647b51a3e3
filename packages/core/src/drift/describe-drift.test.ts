import { describe, expect, it } from 'vitest'
import { describeDrift, handsOnly } from './describe-drift.js'
import type { DriftDifference, DriftFinding } from './drift-finding.js'

const role = { type: 'role', name: 'r' } as const
const policy = { type: 'policy', name: 'p' } as const
const other = { effect: 'other' } as const

describe('a finding in words', () => {
  it.each<[string, DriftFinding]>([
    ['role r does not exist any more', { kind: 'missing', subject: role, effect: 'narrower' }],
    [
      "role r has AWS's X attached, which is not in the template",
      { kind: 'extra-attachment', subject: role, effect: 'wider', policyArn: 'arn:aws:iam::aws:policy/X' },
    ],
    [
      'role r lacks team/p, which the template attaches',
      {
        kind: 'missing-attachment',
        subject: role,
        effect: 'narrower',
        policyArn: 'arn:aws-cn:iam::111122223333:policy/team/p',
      },
    ],
    [
      "role r has AWS's job-function/X as permissions boundary, the template sets p",
      {
        kind: 'boundary-changed',
        subject: role,
        ...other,
        found: 'arn:aws:iam::aws:policy/job-function/X',
        expected: 'arn:aws:iam::111122223333:policy/p',
      },
    ],
    [
      'role r has no permissions boundary, the template sets b',
      { kind: 'boundary-removed', subject: role, effect: 'wider', expected: 'b' },
    ],
    [
      'role r has sessions of at most 43200 seconds, the template says 3600',
      { kind: 'changed-session-length', subject: role, effect: 'wider', expected: 3600, found: 43_200 },
    ],
    [
      'role r was not checked: access denied',
      { kind: 'not-checked', subject: role, reason: 'access denied' },
    ],
    [
      'role r was not checked, in its trust policy: it is no policy document',
      { kind: 'not-checked', subject: role, part: 'trust policy', reason: 'it is no policy document' },
    ],
  ])('%s', (line, finding) => expect(describeDrift(finding)).toEqual({ line, detail: [] }))

  it.each<[string, string, DriftDifference]>([
    [
      'policy p has v3, v4 beyond its default version v2',
      'one call makes any of them count: delete by hand those that nobody needs',
      {
        kind: 'newer-versions',
        subject: policy,
        ...other,
        defaultVersionId: 'v2',
        newerVersionIds: ['v3', 'v4'],
      },
    ],
    [
      'policy p is attached to the user mallory, which is not of this stack',
      'no deployment detaches it: do so by hand',
      { kind: 'foreign-attachment', subject: policy, ...other, holder: { type: 'user', name: 'mallory' } },
    ],
    [
      'role r has b as permissions boundary, the template sets none',
      'no deployment takes it off: do so by hand',
      { kind: 'boundary-added', subject: role, effect: 'narrower', found: 'b' },
    ],
    [
      'role r has the path /a/, the template says /',
      'no deployment moves it: delete it by hand, then have it made again',
      { kind: 'changed-path', subject: role, ...other, expected: '/', found: '/a/' },
    ],
  ])('%s: %s', (line, byHand, finding) => {
    expect(describeDrift(finding)).toEqual({ line, detail: [byHand] })
    expect(handsOnly(finding)).toBe(byHand)
  })

  it.each([
    ['it counts for group g, role r, user u', { groups: ['g'], roles: ['r'], users: ['u'] }],
    ['nobody has it attached', { groups: [], roles: [], users: [] }],
  ])('says of a policy: %s', (words, attachedTo) => {
    const finding = { subject: policy, effect: 'wider', versionId: 'v2', gained: [], lost: [] } as const
    expect(describeDrift({ kind: 'changed-policy-document', ...finding, attachedTo }).detail).toEqual([words])
  })

  it('shows statements in short form, and of long lists what differs first', () => {
    const Resource = 'arn:aws:s3:::b/*'
    const Condition = {
      StringEquals: { 'aws:ResourceAccount': ['1', '2'] },
      Bool: { 'aws:SecureTransport': true },
    }
    const actions = ['s3:A', 's3:B', 's3:C', 's3:D', 's3:E']
    const { line, detail } = describeDrift({
      kind: 'changed-policy-document',
      subject: policy,
      effect: 'wider',
      versionId: 'v2',
      attachedTo: { groups: ['g'], roles: [], users: [] },
      gained: [{ Effect: 'Allow', Action: [...actions, 's3:New'], Resource, Condition }],
      lost: [{ Effect: 'Allow', Action: actions, NotResource: Resource }],
    })
    expect(line).toBe('policy p has other statements in its default version v2')
    expect(detail).toEqual([
      '+ Allow s3:New, s3:A, s3:B, s3:C and 2 more on arn:aws:s3:::b/* when StringEquals aws:ResourceAccount is 1 or 2 and Bool aws:SecureTransport is true',
      '- Allow s3:A, s3:B, s3:C, s3:D and 1 more on everything but arn:aws:s3:::b/*',
      'it counts for group g',
    ])
  })

  it('says who is trusted, and who was deleted', () => {
    const { detail } = describeDrift({
      kind: 'changed-trust-policy',
      subject: role,
      effect: 'narrower',
      gained: [{ Effect: 'Allow', Principal: { AWS: 'AROAEXAMPLE1234567890' }, Action: 'sts:AssumeRole' }],
      lost: [],
      deletedPrincipalIds: ['AROAEXAMPLE1234567890'],
    })
    expect(detail).toEqual([
      '+ Allow sts:AssumeRole to AROAEXAMPLE1234567890',
      'AROAEXAMPLE1234567890 is the unique id of a principal that was deleted: it is trusted no more',
    ])
  })

  it('says that another Version gives variables another meaning', () => {
    const statement = {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::b/${aws:username}/*',
    }
    const { detail } = describeDrift({
      kind: 'changed-inline-policy',
      subject: role,
      policyName: 'own',
      effect: 'other',
      gained: [statement],
      lost: [statement],
      language: { expected: '2012-10-17', found: '2008-10-17' },
    })
    expect(detail.at(-1)).toBe(
      'its Version is 2008-10-17, the template says 2012-10-17: variables mean something else',
    )
  })
})
