import type { IamEstate, IamGroup, IamRole } from '@sec/common/iam'
import { describe, expect, it } from 'vitest'
import type { AccessChange } from './access-change.js'
import { compareAccess } from './compare-access.js'

const arnOf = (name: string) => `arn:aws:iam::111122223333:policy/${name}`
const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const deny = { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }
const documentOf = (...Statement: unknown[]) => ({ Version: '2012-10-17', Statement })

const policy = (policyName: string, ...statements: unknown[]) => ({
  policyName,
  arn: arnOf(policyName),
  path: '/',
  description: '',
  document: documentOf(...statements),
})
const inline = (policyName: string, ...statements: unknown[]) => ({
  policyName,
  document: documentOf(...statements),
})
const role = (more: Partial<IamRole> = {}): IamRole => ({
  roleName: 'r',
  path: '/',
  description: '',
  trustPolicy: documentOf(),
  maxSessionSeconds: 3600,
  tags: {},
  attachedPolicyArns: [],
  inlinePolicies: [],
  ...more,
})
const group = (more: Partial<IamGroup> = {}): IamGroup => ({
  groupName: 'g',
  path: '/',
  attachedPolicyArns: [],
  inlinePolicies: [],
  ...more,
})
const estate = (more: Partial<IamEstate>): IamEstate => ({ groups: [], roles: [], policies: [], ...more })
const withRole = (more: Partial<IamRole>, ...policies: IamEstate['policies']) =>
  estate({ roles: [role(more)], policies })

describe('neither gained nor lost is', () => {
  const before = estate({
    groups: [group({ attachedPolicyArns: [arnOf('a')] })],
    policies: [policy('a', allow, deny)],
  })

  it.each<{ name: string; after: IamEstate }>([
    {
      name: 'a statement that moves to another policy',
      after: estate({
        groups: [group({ attachedPolicyArns: [arnOf('a'), arnOf('b')] })],
        policies: [policy('a', allow), policy('b', deny)],
      }),
    },
    {
      name: 'a statement that moves into the group',
      after: estate({
        groups: [group({ attachedPolicyArns: [arnOf('a')], inlinePolicies: [inline('own', deny)] })],
        policies: [policy('a', allow)],
      }),
    },
    {
      name: 'a statement that is said twice, or gets a Sid',
      after: estate({
        groups: [group({ attachedPolicyArns: [arnOf('a')], inlinePolicies: [inline('own', deny)] })],
        policies: [policy('a', { ...allow, Sid: 'A' }, deny)],
      }),
    },
    {
      name: 'what a policy holds that nobody has',
      after: { ...before, policies: [...before.policies, policy('c', { ...allow, Action: '*' })] },
    },
    {
      name: 'path and tags',
      after: { ...before, groups: before.groups.map((one) => ({ ...one, path: '/x/' })) },
    },
  ])('$name', ({ after }) => expect(compareAccess(before, after)).toEqual([]))
})

describe('access changes', () => {
  it.each<{ name: string; before: IamEstate; after: IamEstate; change: Partial<AccessChange> }>([
    {
      name: 'by a policy attached',
      before: withRole({}, policy('a', allow)),
      after: withRole({ attachedPolicyArns: [arnOf('a')] }, policy('a', allow)),
      change: { gained: [{ policyName: 'a', statement: allow }], lost: [], grows: true },
    },
    {
      name: 'by an Allow that is gone',
      before: withRole({ inlinePolicies: [inline('own', allow)] }),
      after: withRole({}),
      change: { gained: [], lost: [{ policyName: 'own', statement: allow }], grows: false },
    },
    {
      name: 'by a Deny that is gone',
      before: withRole({ inlinePolicies: [inline('own', deny)] }),
      after: withRole({}),
      change: { lost: [{ policyName: 'own', statement: deny }], grows: true },
    },
    {
      name: 'by a Deny that is new',
      before: withRole({}),
      after: withRole({ inlinePolicies: [inline('own', deny)] }),
      change: { gained: [{ policyName: 'own', statement: deny }], grows: false },
    },
    {
      name: 'by a policy of AWS',
      before: withRole({ attachedPolicyArns: ['arn:aws:iam::aws:policy/A'] }),
      after: withRole({ attachedPolicyArns: ['arn:aws:iam::aws:policy/B'] }),
      change: {
        policiesGained: ['arn:aws:iam::aws:policy/B'],
        policiesLost: ['arn:aws:iam::aws:policy/A'],
        grows: true,
      },
    },
    {
      name: 'by a policy of AWS that is gone',
      before: withRole({ attachedPolicyArns: ['arn:aws:iam::aws:policy/A'] }),
      after: withRole({}),
      change: { policiesLost: ['arn:aws:iam::aws:policy/A'], grows: false },
    },
    {
      name: 'by a trust policy that is wider',
      before: withRole({}),
      after: withRole({ trustPolicy: documentOf(allow) }),
      change: { trustGained: [allow], trustLost: [], grows: true },
    },
    {
      name: 'by a trust policy that is narrower',
      before: withRole({ trustPolicy: documentOf(allow) }),
      after: withRole({ trustPolicy: documentOf() }),
      change: { trustGained: [], trustLost: [allow], grows: false },
    },
    {
      name: 'by a boundary that is gone',
      before: withRole({ permissionsBoundary: arnOf('x') }),
      after: withRole({}),
      change: { permissionsBoundary: { before: arnOf('x') }, grows: true },
    },
    {
      name: 'by another boundary',
      before: withRole({ permissionsBoundary: arnOf('x') }),
      after: withRole({ permissionsBoundary: arnOf('y') }),
      change: { permissionsBoundary: { before: arnOf('x'), after: arnOf('y') }, grows: true },
    },
    {
      name: 'by a boundary that is new',
      before: withRole({}),
      after: withRole({ permissionsBoundary: arnOf('x') }),
      change: { permissionsBoundary: { after: arnOf('x') }, grows: false },
    },
    {
      name: 'by another document of its boundary',
      before: withRole({ permissionsBoundary: arnOf('x') }, policy('x', deny)),
      after: withRole({ permissionsBoundary: arnOf('x') }, policy('x', allow)),
      change: { permissionsBoundary: { before: arnOf('x'), after: arnOf('x') }, grows: true },
    },
    {
      name: 'by the length of sessions',
      before: withRole({}),
      after: withRole({ maxSessionSeconds: 7200 }),
      change: { maxSessionSeconds: { before: 3600, after: 7200 }, grows: false },
    },
    {
      name: 'by the version of a document with variables',
      before: withRole({
        inlinePolicies: [
          { policyName: 'own', document: { Statement: [{ ...allow, Resource: '${aws:username}' }] } },
        ],
      }),
      after: withRole({ inlinePolicies: [inline('own', { ...allow, Resource: '${aws:username}' })] }),
      change: {
        gained: [{ policyName: 'own', statement: { ...allow, Resource: '${aws:username}' } }],
        grows: true,
      },
    },
  ])('$name', ({ before, after, change }) => {
    const [found, ...others] = compareAccess(before, after)
    expect(found).toMatchObject({ kind: 'role', name: 'r', change: 'changed', ...change })
    expect(others).toEqual([])
  })

  it('under the first policy that holds the statement', () => {
    const twice = [inline('first', { ...allow, Sid: 'A' }), inline('second', { ...allow, Sid: 'B' }, deny)]
    const [found] = compareAccess(withRole({}), withRole({ inlinePolicies: twice }))
    expect(found?.gained.map(({ policyName }) => policyName)).toEqual(['first', 'second'])
    expect(found?.gained[0]?.statement).toMatchObject({ Sid: 'A' })
  })

  it('wholly for a principal that is new or gone, also an empty one', () => {
    const full = estate({
      groups: [group({ inlinePolicies: [inline('own', allow, deny)] })],
      roles: [role()],
    })
    expect(compareAccess(undefined, full)).toMatchObject([
      { kind: 'group', change: 'new', gained: [{ statement: allow }, { statement: deny }], grows: true },
      { kind: 'role', change: 'new', gained: [], grows: false },
    ])
    expect(compareAccess(full, estate({}))).toMatchObject([
      { kind: 'group', change: 'removed', lost: [{ statement: allow }, { statement: deny }], grows: false },
      { kind: 'role', change: 'removed' },
    ])
  })
})
