import { expect, it } from 'vitest'
import { sampleContext } from '../../test/support/sample-config.js'
import { buildMayAssume, rolesAssumableBy } from './may-assume.js'

const path = ['security', 'iam_groups', 'people']
const role = { assumable_by: ['people'] }
const context = sampleContext({
  security_profiles: { 'enterprise-12': { assumable_roles: ['b_role', 'a_role'] } },
  iam_groups: { people: { assumable_roles: ['b_role', 'off', 'a_role'] }, others: {} },
  assumable_roles: { b_role: { ...role, require_source_identity: true }, a_role: role, off: role },
})
const arnOf = (name: string) => `arn:aws:iam::011122223333:role/techcorp-dev-a001-role-${name}`

it('names the enabled roles of a group, in their order', () => {
  expect(rolesAssumableBy('people', context)).toEqual(['a_role', 'b_role'])
})

it('grants sts:AssumeRole on exactly these, and the source identity where a role asks for it', () => {
  const origin = { kind: 'config', path: [...path, 'assumable_roles'] }
  expect(buildMayAssume('people', path, context)).toEqual([
    {
      statement: {
        Sid: 'MayAssumeRoles',
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Resource: [arnOf('a-role'), arnOf('b-role')],
      },
      origin,
    },
    {
      statement: {
        Sid: 'MayAssumeSetIdentity',
        Effect: 'Allow',
        Action: ['sts:SetSourceIdentity'],
        Resource: [arnOf('b-role')],
      },
      origin,
    },
  ])
})

it('grants nothing to a group without roles', () => {
  expect(buildMayAssume('others', ['security', 'iam_groups', 'others'], context)).toEqual([])
})
