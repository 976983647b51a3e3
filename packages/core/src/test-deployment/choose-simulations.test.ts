// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of IAM as people write them.
import type { IamEstate, IamRole } from '@sec/common/iam'
import { describe, expect, it } from 'vitest'
import { compileExample, exampleEstate } from '../../test/support/observed-estate.js'
import { actionCovers, patternCovers } from '../documents/pattern.js'
import { chooseSimulations, type Simulation } from './choose-simulations.js'
import { knownPermissions } from './known-statements.js'

const place = { partition: 'aws', accountId: '123456789012', region: 'us-west-1' }
const policyArn = 'arn:aws:iam::123456789012:policy/p'

function estateOf(role: Partial<IamRole>, statements: readonly object[]): IamEstate {
  const whole: IamRole = {
    roleName: 'r',
    path: '/',
    description: '',
    trustPolicy: {},
    maxSessionSeconds: 3600,
    tags: {},
    attachedPolicyArns: [policyArn],
    inlinePolicies: [],
    ...role,
  }
  const policy = {
    policyName: 'p',
    arn: policyArn,
    path: '/',
    description: '',
    document: { Statement: statements },
  }
  return { groups: [], roles: [whole], policies: [policy] }
}

const allow = (more: object = {}) => ({
  Effect: 'Allow',
  Action: ['s3:GetObject'],
  Resource: ['arn:aws:s3:::bucket-*/*'],
  ...more,
})
const chosen = (statements: readonly object[], role: Partial<IamRole> = {}) =>
  chooseSimulations(estateOf(role, statements), place)[0] as Simulation

describe('the request that must be allowed', () => {
  it('is one action on a resource that the pattern fits', () =>
    expect(chosen([allow({ Sid: 'Read' })])).toEqual({
      kind: 'statement',
      principal: 'role',
      name: 'r',
      principalArn: 'arn:aws:iam::123456789012:role/r',
      policyName: 'p',
      sid: 'Read',
      action: 's3:GetObject',
      resourceArn: 'arn:aws:s3:::bucket-sample/sample',
      context: [],
      mayBeRefusedBy: [],
    }))

  it.each([
    {
      why: 'a region and an account',
      Resource: 'arn:*:sns:*:*:topic-?',
      is: 'arn:aws:sns:us-west-1:123456789012:topic-x',
    },
    { why: 'everything', Resource: '*', is: '*' },
    {
      why: 'a resource with colons',
      Resource: 'arn:aws:logs:us-west-1:1:log-group:*',
      is: 'arn:aws:logs:us-west-1:1:log-group:sample',
    },
    { why: 'a region by a part that does not fit', Resource: 'arn:aws:sns:eu-*:1:t', is: undefined },
    { why: 'any service', Resource: 'arn:aws:*:us-west-1:1:t', is: undefined },
    { why: 'a variable', Resource: 'arn:aws:s3:::b/${aws:username}/*', is: undefined },
  ])('fills in $why', ({ Resource, is }) => {
    const simulation = chosen([allow({ Resource })])
    expect(simulation.kind === 'statement' ? simulation.resourceArn : undefined).toBe(is)
  })

  it.each([
    [
      'without a condition',
      [allow({ Sid: 'A', Condition: { Bool: { 'aws:x': 'true' } } }), allow({ Sid: 'B' })],
    ],
    [
      'with one resource',
      [allow({ Sid: 'A', Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::a/*'] }), allow({ Sid: 'B' })],
    ],
    ['on a resource of its own', [allow({ Sid: 'A', Resource: '*' }), allow({ Sid: 'B' })]],
    ['with a whole action', [allow({ Sid: 'A', Action: 's3:Get*' }), allow({ Sid: 'B' })]],
    [
      'not refused',
      [
        allow({ Sid: 'A', Action: 's3:X' }),
        allow({ Sid: 'B' }),
        { Effect: 'Deny', Action: 'S3:x', Resource: '*' },
      ],
    ],
    [
      'not refused by exceptions',
      [
        allow({ Sid: 'A', Action: 's3:X' }),
        allow({ Sid: 'B' }),
        { Effect: 'Deny', NotAction: 's3:GetObject', NotResource: 'arn:aws:s3:::c' },
      ],
    ],
    [
      'not refused for a variable, which may stand for anything',
      [
        allow({ Sid: 'A', Action: 's3:X' }),
        allow({ Sid: 'B' }),
        { Effect: 'Deny', Action: 's3:X', Resource: 'arn:aws:s3:::${aws:username}' },
      ],
    ],
    [
      'not refused on one of the resources of a request for all',
      [
        allow({ Sid: 'A', Action: 's3:X', Resource: '*' }),
        allow({ Sid: 'B', Condition: { Bool: { 'aws:x': 'true' } } }),
        { Effect: 'Deny', Action: 's3:X', Resource: 'arn:aws:s3:::c' },
      ],
    ],
    [
      'not refused under a condition',
      [
        allow({ Sid: 'A', Resource: 'arn:aws:s3:::a/*' }),
        allow({ Sid: 'B' }),
        {
          ...allow({ Resource: 'arn:aws:s3:::a*' }),
          Effect: 'Deny',
          Condition: { Bool: { 'aws:x': 'true' } },
        },
      ],
    ],
  ])('is rather of a statement %s', (_name, statements) =>
    expect(chosen(statements)).toMatchObject({ kind: 'statement', sid: 'B' }),
  )

  it.each<[string, object, readonly object[] | undefined]>([
    [
      'equal texts',
      { StringEquals: { 'iam:PassedToService': ['a.amazonaws.com', 'b'] } },
      [{ key: 'iam:PassedToService', type: 'string', values: ['a.amazonaws.com'] }],
    ],
    [
      'patterns of many values',
      { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/a-*' } },
      [{ key: 'kms:ResourceAliases', type: 'stringList', values: ['alias/a-sample'] }],
    ],
    [
      'booleans and numbers',
      { Bool: { 'aws:a': true }, NumericEquals: { 'aws:b': 3 } },
      [
        { key: 'aws:a', type: 'boolean', values: ['true'] },
        { key: 'aws:b', type: 'numeric', values: ['3'] },
      ],
    ],
    [
      'IfExists',
      { StringEqualsIfExists: { 'aws:a': 'x' } },
      [{ key: 'aws:a', type: 'string', values: ['x'] }],
    ],
    ['a key that is absent', { Null: { 'aws:a': 'true' } }, []],
    [
      'a key that is there',
      { Null: { 'aws:a': 'false' } },
      [{ key: 'aws:a', type: 'string', values: ['sample'] }],
    ],
    [
      'a key that is there, and what it is',
      { Null: { 'aws:A': 'false' }, StringEquals: { 'aws:a': 'x' } },
      [{ key: 'aws:a', type: 'string', values: ['x'] }],
    ],
    [
      'a key that is absent and something',
      { Null: { 'aws:a': 'true' }, StringEquals: { 'aws:a': 'x' } },
      undefined,
    ],
    ['two tests of one key', { StringLike: { 'aws:a': 'x*' }, StringEquals: { 'aws:A': 'x' } }, undefined],
    ['a negation', { StringNotEquals: { 'aws:a': 'x' } }, undefined],
    ['a comparison', { NumericLessThan: { 'aws:a': '3' } }, undefined],
    ['a variable', { StringEquals: { 'aws:a': '${aws:username}' } }, undefined],
    ['an unknown operator', { toString: { 'aws:a': 'x' } }, undefined],
  ])('meets %s', (_name, Condition, context) => {
    const simulation = chosen([allow({ Condition })])
    expect(simulation.kind === 'statement' ? simulation.context : undefined).toEqual(context)
  })

  it('says which policies may refuse it all the same', () => {
    const theirs = 'arn:aws:iam::123456789012:policy/theirs'
    const role = {
      permissionsBoundary: 'arn:aws:iam::123456789012:policy/boundary',
      attachedPolicyArns: [policyArn, theirs, 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
    }
    expect(chosen([allow()], role)).toMatchObject({ mayBeRefusedBy: [role.permissionsBoundary, theirs] })
  })

  it.each([
    { role: { attachedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }, reason: /those of AWS/ },
    { role: { attachedPolicyArns: [] }, reason: /no policy/ },
    { role: {}, reason: /none of its statements/ },
  ])('is none, and why: $reason', ({ role, reason }) =>
    expect(chosen([allow({ Action: 's3:*' })], role)).toEqual({
      kind: 'no-statement',
      principal: 'role',
      name: 'r',
      principalArn: 'arn:aws:iam::123456789012:role/r',
      reason: expect.stringMatching(reason),
    }),
  )
})

describe.each(['startup-5', 'medium-10', 'enterprise-12', 'inline-policies', 'permissions-boundary'])(
  'the simulations of %s',
  (name) => {
    const estate = exampleEstate(name)
    const simulations = chooseSimulations(estate, compileExample(name).model.identity)

    it('are one for every group and role', () =>
      expect(simulations.map((one) => one.name)).toEqual([
        ...estate.groups.map(({ groupName }) => groupName),
        ...estate.roles.map(({ roleName }) => roleName),
      ]))

    it('leave out only those that have no statement of the estate', () => {
      const holders = [...estate.groups, ...estate.roles]
      for (const [index, { kind }] of simulations.entries()) {
        const { statements } = knownPermissions(holders[index] as IamRole, estate)
        expect(kind).toBe(statements.length > 0 ? 'statement' : 'no-statement')
      }
    })

    it('need no condition, are allowed by a statement and refused by none', () => {
      const holders = [...estate.groups, ...estate.roles]
      for (const [index, simulation] of simulations.entries()) {
        if (simulation.kind !== 'statement') continue
        const { statements } = knownPermissions(holders[index] as IamRole, estate)
        const covering = statements.filter(
          ({ actions, resources }) =>
            actions?.some((action) => actionCovers(action, simulation.action)) &&
            resources?.some((resource) => patternCovers(resource, simulation.resourceArn)),
        )
        expect(covering.map(({ effect }) => effect)).not.toContain('Deny')
        expect(covering.map(({ effect }) => effect)).toContain('Allow')
        expect(simulation.context).toEqual([])
      }
    })
  },
)
