import { describe, expect, it } from 'vitest'
import { compileChanged } from '../../test/support/changed-config.js'
import { generateTemplate } from '../generate/generate-template.js'
import type { Template } from '../generate/template.js'
import { leavingOf } from './leaving.js'

const compiled = (changes: Readonly<Record<string, unknown>>) => {
  const { model = expect.fail() } = compileChanged(changes)
  return { template: generateTemplate(model), place: model.identity }
}
const { template, place } = compiled({})
const policyArn = (name: string) => `arn:aws:iam::111122223333:policy/acme-dev-x001-policy-${name}`
const nothing = { groups: [], roles: [], policies: [] }

const withAttribute = (id: string, attribute: object): Template => ({
  ...template,
  Resources: { ...template.Resources, [id]: { ...(template.Resources[id] ?? expect.fail()), ...attribute } },
})

describe('leavingOf', () => {
  it('is nothing when the template stays, or values change in place', () => {
    const { template: after } = compiled({ 'security.service_roles.worker.max_session_seconds': 7200 })
    expect(leavingOf(template, template, place)).toEqual(nothing)
    expect(leavingOf(template, after, place)).toEqual(nothing)
  })

  it('is what is taken out, with what the template itself put on it', () => {
    const { template: after } = compiled({
      'security.iam_groups.people': undefined,
      'security.service_roles.worker.passable_by': [],
      'security.assumable_roles': undefined,
    })
    expect(leavingOf(template, after, place)).toEqual({
      groups: [
        {
          groupName: 'acme-dev-x001-group-people',
          ownPolicyArns: [policyArn('s3-level1-read-only'), policyArn('group-people')],
          ownInlineNames: [],
        },
      ],
      roles: ['approver', 'engineer'].map((name) => ({
        roleName: `acme-dev-x001-role-${name}`,
        ownPolicyArns: [policyArn('s3-level2-project-buckets-only')],
        ownInlineNames: [],
      })),
      policies: [
        {
          arn: policyArn('group-people'),
          ownGroupNames: ['acme-dev-x001-group-people'],
          ownRoleNames: [],
        },
      ],
    })
  })

  it('is what is replaced', () => {
    const { template: after } = compiled({ 'client.tenant_id': 'x002' })
    const { groups, roles, policies } = leavingOf(template, after, place)
    expect([groups.length, roles.length, policies.length]).toEqual([2, 4, 3])
  })

  it('is everything when the stack goes', () => {
    const inline = compiled({ 'security.group_policies': 'inline' })
    const { groups, roles, policies } = leavingOf(inline.template, undefined, inline.place)
    expect(groups.map(({ ownInlineNames }) => ownInlineNames)).toEqual([
      ['s3-level2-project-buckets-only'],
      ['s3-level1-read-only', 'own'],
    ])
    expect(roles).toHaveLength(4)
    expect(policies).toEqual([])
    expect(leavingOf(template, undefined, place).policies).toHaveLength(3)
  })

  it('is not what the template retains', () => {
    for (const DeletionPolicy of ['Retain', 'RetainExceptOnCreate']) {
      const before = withAttribute('GroupPeople', { DeletionPolicy })
      const names = leavingOf(before, undefined, place).groups.map(({ groupName }) => groupName)
      expect(names).toEqual(['acme-dev-x001-group-engineers'])
    }
    const before = withAttribute('GroupPeople', { UpdateReplacePolicy: 'Retain' })
    const { template: after } = compiled({ 'client.tenant_id': 'x002' })
    expect(leavingOf(before, after, place).groups).toHaveLength(1)
    expect(leavingOf(before, undefined, place).groups).toHaveLength(2)
  })
})
