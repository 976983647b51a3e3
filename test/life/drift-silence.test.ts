import { PutRolePolicyCommand } from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { anyPolicy } from './support/by-hand.js'
import { checkDrift } from './support/check-drift.js'
import { iamOf, type Life, newLife, proxyFor, region, via } from './support/life.js'
import { exportedPolicies, newOperator } from './support/operator-policy.js'
import type { SecWorld } from './support/run-sec.js'

async function deployedLife(): Promise<Life> {
  const life = newLife()
  await life.must(['deploy', '--force'])
  return life
}

const everyRead = ['iam:Get*', 'iam:List*']

/** Somebody with the operator's policy, who is refused some calls. */
async function refused(
  life: Life,
  action: string | readonly string[],
  resource: string,
): Promise<Pick<SecWorld, 'credentials'>> {
  const denial = { Effect: 'Deny' as const, Action: [action].flat(), Resource: [resource] }
  const documents = [
    ...(await exportedPolicies(life)),
    { Version: '2012-10-17' as const, Statement: [denial] },
  ]
  return { credentials: await newOperator(life.account, documents, region) }
}

const addInline = (life: Life, role: string) =>
  iamOf(life).send(
    new PutRolePolicyCommand({
      RoleName: `${life.prefix}-role-${role}`,
      PolicyName: 'x',
      PolicyDocument: anyPolicy,
    }),
  )

const cases = [
  { action: 'iam:GetRole', resource: 'role/*-role-glue-etl', name: 'role-glue-etl' },
  { action: 'iam:ListRolePolicies', resource: 'role/*-role-glue-etl', name: 'role-glue-etl' },
  { action: 'iam:ListAttachedGroupPolicies', resource: 'group/*-ml-engineers', name: 'group-ml-engineers' },
  { action: 'iam:GetPolicyVersion', resource: 'policy/*-role-glue-etl', name: 'policy-role-glue-etl' },
]

describe('what nobody may look at', () => {
  it.each(cases)('is said to be not checked: $name without $action', async ({ action, resource, name }) => {
    const life = await deployedLife()
    const caller = await refused(life, action, `arn:aws:iam::${life.account.accountId}:${resource}`)
    const { exitCode, found, drift, issues, text } = await checkDrift(life, [], caller)
    expect([exitCode, found, issues]).toEqual([0, [], ['DRIFT_NOT_CHECKED']])
    expect(drift.notChecked).toMatchObject([
      {
        kind: 'not-checked',
        subject: { name: `${life.prefix}-${name}` },
        reason: expect.stringContaining(action),
      },
    ])
    const [first, ...lines] = text.out.split('\n')
    expect(first).toBe(`${life.stackName}: no drift found, 1 not checked`)
    expect(lines[0]).toBe('Not checked:')
    expect(lines[1]).toMatch(new RegExp(`^  \\w+ ${life.prefix}-${name} was not checked: .*${action}`))
    expect(text.err).toContain('not looked at, so there may be more drift')
  })

  it('hides nothing that others may look at', async () => {
    const life = await deployedLife()
    await addInline(life, 'aml-engineer')
    await addInline(life, 'glue-etl')
    const role = `arn:aws:iam::${life.account.accountId}:role/*-role-glue-etl`
    const { exitCode, found, text } = await checkDrift(life, [], await refused(life, 'iam:GetRole', role))
    expect([exitCode, found]).toEqual([4, ['extra-inline-policy of role-aml-engineer, wider']])
    expect(text.out).toContain('(1 finding, 1 not checked)')
  })

  it('stops with --strict, unless drift was found, which weighs more', async () => {
    const life = await deployedLife()
    const role = `arn:aws:iam::${life.account.accountId}:role/*-role-glue-etl`
    const caller = await refused(life, 'iam:GetRole', role)
    expect((await checkDrift(life, ['--strict'], caller)).exitCode).toBe(1)
    await addInline(life, 'aml-engineer')
    expect((await checkDrift(life, ['--strict'], caller)).exitCode).toBe(4)
    expect((await checkDrift(life, ['--strict'])).exitCode).toBe(4)
  })

  it('is everything for a caller who may read nothing of IAM', async () => {
    const life = await deployedLife()
    const { exitCode, drift, text } = await checkDrift(life, [], await refused(life, everyRead, '*'))
    expect([exitCode, drift.counts.notChecked, drift.cloudFormation]).toEqual([0, 8, 'IN_SYNC'])
    expect(text.out.split('\n')[0]).toBe(`${life.stackName}: no drift found, 8 not checked`)
  })

  it.each(['DetectStackDrift', 'DescribeStackDriftDetectionStatus', 'DescribeStackResourceDrifts'])(
    'is what CloudFormation sees, for a caller without %s; IAM is asked all the same',
    async (call) => {
      const life = await deployedLife()
      await addInline(life, 'glue-etl')
      const caller = await refused(life, `cloudformation:${call}`, '*')
      const { exitCode, found, drift, text } = await checkDrift(life, [], caller)
      expect([exitCode, found]).toEqual([4, ['extra-inline-policy of role-glue-etl, wider']])
      expect(drift).toMatchObject({
        cloudFormation: 'NOT_CHECKED',
        notChecked: [{ kind: 'not-checked-by-cloudformation', reason: expect.stringContaining(call) }],
      })
      expect(text.out).toContain('the stack as a whole was not checked by CloudFormation: ')
    },
  )
})

describe('a look that fails for good', () => {
  it('ends with the reason: the stack, the template, the credentials', async () => {
    const life = await deployedLife()
    const run = async (call: string) => {
      const proxy = await proxyFor(life)
      proxy.inject({ at: { call }, fault: { kind: 'deny' } })
      return life.run(['check-drift'], via(proxy))
    }
    for (const call of [
      'cloudformation:DescribeStacks',
      'cloudformation:GetTemplate',
      'sts:GetCallerIdentity',
    ])
      expect(await run(call)).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining(call) })
  })

  it('is not what a fault that passes makes of it', async () => {
    const life = await deployedLife()
    const proxy = await proxyFor(life)
    proxy.inject({ at: { call: 'iam:GetRole' }, fault: { kind: 'throttle' } })
    proxy.inject({ at: { call: 'iam:GetPolicy' }, fault: { kind: 'server-error' } })
    proxy.inject({ at: { call: 'cloudformation:DetectStackDrift' }, fault: { kind: 'cut-after' } })
    const ended = await life.run(['check-drift'], via(proxy))
    expect([ended.exitCode, ended.out]).toEqual([0, expect.stringContaining('no drift; ')])
  })
})
