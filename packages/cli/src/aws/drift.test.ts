import type { ResourceDrift, StackDrift } from '@sec/aws'
import type { EstateDrift, TemplateEstate } from '@sec/core'
import { describe, expect, it } from 'vitest'
import { driftText } from '../output/drift-text.js'
import { joinDrift } from './drift.js'

const estate: TemplateEstate = {
  groups: [],
  roles: [],
  policies: [],
  unresolved: [],
  resources: {
    RoleA: { type: 'AWS::IAM::Role', name: 'edge-role-a' },
    PolicyP: { type: 'AWS::IAM::ManagedPolicy', name: 'edge-policy-p', physicalId: 'arn:p' },
  },
}

const difference = { path: '/Path', expected: '/', actual: '/a/', type: 'NOT_EQUAL' }

function resource(logicalId: string, status: string, physicalId = 'by-cloudformation'): ResourceDrift {
  const differences = status === 'MODIFIED' ? [difference] : []
  return { logicalId, physicalId, resourceType: 'AWS::IAM::Role', status, differences }
}

function stackOf(...resources: readonly ResourceDrift[]): StackDrift {
  return { status: 'DRIFTED', isIncomplete: false, reason: '', resources }
}

const role = { type: 'role', name: 'edge-role-a' } as const
const iam: EstateDrift = {
  findings: [{ kind: 'changed-path', subject: role, effect: 'other', expected: '/', found: '/a/' }],
}

describe('what CloudFormation and IAM say of one estate', () => {
  it('is told once where both see it, by whatever name CloudFormation has it', () => {
    const both = joinDrift(stackOf(resource('RoleA', 'MODIFIED')), iam, estate)
    expect(both.findings).toEqual(iam.findings)
    const policy = { type: 'policy', name: 'edge-policy-p' } as const
    const missing = { findings: [{ kind: 'missing', subject: policy, effect: 'other' }] } as const
    expect(joinDrift(stackOf(resource('PolicyP', 'DELETED', 'arn:p')), missing, estate).findings).toEqual(
      missing.findings,
    )
  })

  it('is told beside it where CloudFormation alone sees it, as something that nobody has judged', () => {
    const alone = joinDrift(
      stackOf(resource('RoleA', 'MODIFIED'), resource('Unknown', 'DELETED', 'x')),
      { findings: [] },
      estate,
    )
    expect(alone.counts).toMatchObject({ other: 2, wider: 0 })
    expect(driftText(alone)).toEqual([
      'Access that may differ:',
      '  edge-role-a is MODIFIED, as CloudFormation alone sees it',
      '      /Path: expected /, found /a/',
      '  x is DELETED, as CloudFormation alone sees it',
    ])
  })

  it('is no drift where CloudFormation is in sync, and not checked where it did not look', () => {
    const statuses = ['IN_SYNC', 'NOT_CHECKED', 'UNKNOWN', 'UNSUPPORTED']
    const resources = statuses.map((status) => resource(status, status, status.toLowerCase()))
    const { findings, notChecked, counts } = joinDrift(stackOf(...resources), { findings: [] }, estate)
    expect(findings).toEqual([])
    expect(counts.notChecked).toBe(3)
    expect(notChecked).toEqual([
      { kind: 'not-checked-by-cloudformation', name: 'not_checked', reason: 'NOT_CHECKED' },
      { kind: 'not-checked-by-cloudformation', name: 'unknown', reason: 'UNKNOWN' },
      { kind: 'not-checked-by-cloudformation', name: 'unsupported', reason: 'UNSUPPORTED' },
    ])
  })

  it('says that the whole was not checked when the comparison failed, beside what it had found', () => {
    const reason = 'Failed to detect drift on resources [RoleA]'
    const failed = {
      ...stackOf(resource('PolicyP', 'DELETED')),
      status: 'UNKNOWN',
      isIncomplete: true,
      reason,
    }
    const { findings, notChecked } = joinDrift(failed, { findings: [] }, estate)
    expect(findings).toMatchObject([{ kind: 'cloudformation', name: 'edge-policy-p', status: 'DELETED' }])
    expect(notChecked).toEqual([
      { kind: 'not-checked-by-cloudformation', name: 'the stack as a whole', reason },
    ])
  })

  it('begins with what makes access wider', () => {
    const effects = ['cosmetic', 'narrower', 'other', 'wider', 'other'] as const
    const findings = effects.map((effect) => ({ kind: 'missing', subject: role, effect }) as const)
    expect(joinDrift(stackOf(), { findings }, estate).findings).toEqual(
      [3, 2, 4, 1, 0].map((index) => findings[index]),
    )
  })
})
