import {
  DeleteRolePolicyCommand,
  PutRolePolicyCommand,
  type PutRolePolicyCommandInput,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { stackOf } from './support/by-hand.js'
import {
  attachMissingPolicy,
  callsOf,
  iamOf,
  type Life,
  newLife,
  proxyFor,
  region,
  via,
} from './support/life.js'
import { asked } from './support/questions.js'
import type { SecRun } from './support/run-sec.js'
import { sizedConfig } from './support/sized-estates.js'

const hourMs = 3_600_000

/** Clocks that are so many hours ahead. */
const ahead = (hours: number) => () => new Date(Date.now() + hours * hourMs)

const nothing = {
  stacks: [],
  changeSets: [],
  groups: [],
  roles: [],
  policies: [],
  parameters: [],
  objects: [],
}

const denyAll = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
})

const testName = ({ stackName }: Life) => new RegExp(`${stackName}-t[a-z0-9]{6}`)

async function keptName(life: Life): Promise<string> {
  const { stacks } = await stateOf(life.account)
  return testName(life).exec(stacks.join('\n'))?.[0] ?? 'none'
}

describe('test-deploy', () => {
  it('makes the whole estate under test names, verifies it through IAM, and leaves nothing', async () => {
    const life = newLife()
    const proxy = await proxyFor(life)
    const { err, out } = await life.must(['test-deploy', '--force'], via(proxy))
    expect(err).toMatch(new RegExp(`deploying ${testName(life).source}\n`))
    expect(err).toContain('read back through IAM: 2 groups, 2 roles, 4 policies')
    expect(err).toContain('the policy simulator allows 4 of 4 sample requests')
    expect(out).toBe('the estate is as generated\n')
    expect(callsOf(proxy)).toContain('iam:SimulatePrincipalPolicy')
    expect(await stateOf(life.account)).toEqual(nothing)
  })

  it('does so beside the deployed estate, and through the bucket', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    const bucket = `templates-${life.account.accountId}`
    await life.account.createBucket(bucket, region)
    const before = await stateOf(life.account, bucket)
    life.write(sizedConfig('large', life.account.accountId, [`template_bucket: ${bucket}`]))
    await life.must(['test-deploy', '--force'])
    expect(await stateOf(life.account, bucket)).toEqual(before)
  })

  it('sets no termination protection and no notifications', async () => {
    const life = newLife()
    const topic = `arn:aws:sns:${region}:${life.account.accountId}:stacks`
    life.edit(
      'termination_protection: false',
      `termination_protection: true\n  notification_arns: ["${topic}"]`,
    )
    await life.must(['test-deploy', '--force', '--keep'])
    const kept = await stackOf(life, await keptName(life))
    expect(kept).toMatchObject({ EnableTerminationProtection: false })
    expect(kept?.NotificationARNs ?? []).toEqual([])
  })

  it('leaves the stack with --keep, and says how it is called', async () => {
    const life = newLife()
    const { out } = await life.must(['test-deploy', '--force', '--keep'])
    const state = await stateOf(life.account)
    expect(state).toMatchObject({
      stacks: [expect.stringMatching(/-t[a-z0-9]{6} CREATE_COMPLETE$/)],
      parameters: [],
    })
    expect(out).toContain(`left as --keep asks: ${await keptName(life)}`)
  })

  it('removes what a failing creation made, and tells the cause', async () => {
    const life = newLife()
    attachMissingPolicy(life)
    const failed = await life.run(['test-deploy', '--force'])
    expect(failed.exitCode).toBe(1)
    expect(failed.err).toMatch(
      /^config\.yaml:\d+:\d+ {2}error {2}STACK_RESOURCE_FAILED {2}AWS::IAM::Role RoleGlueEtl/m,
    )
    expect(await stateOf(life.account)).toEqual(nothing)
  })

  const moments = [
    'cloudformation:CreateChangeSet',
    'cloudformation:DescribeChangeSet',
    'cloudformation:ExecuteChangeSet',
    'iam:GetGroup',
    'iam:SimulatePrincipalPolicy',
    'cloudformation:DeleteStack',
  ]
  it.each(moments)('leaves nothing when Ctrl-C comes at %s', async (call) => {
    const life = newLife()
    const proxy = await proxyFor(life)
    const interruption = new AbortController()
    proxy.inject({ at: { call }, fault: { kind: 'call', run: () => interruption.abort('SIGINT') } })
    const ended = await life.run(['test-deploy', '--force'], { ...via(proxy), signal: interruption.signal })
    expect([ended.exitCode, ended.err]).toEqual([130, expect.stringContaining('INTERRUPTED')])
    expect(await stateOf(life.account)).toEqual(nothing)
  })
})

describe('what a killed test-deploy left', () => {
  it('is removed by a run two hours later', async () => {
    const life = newLife()
    await life.must(['test-deploy', '--force', '--keep'])
    const left = await keptName(life)
    const later = await life.must(['test-deploy', '--force'], { now: ahead(2.01) })
    expect(later.err).toContain(`an earlier test deployment is removed: ${left}`)
    expect(await stateOf(life.account)).toEqual(nothing)
  })

  it('is named and left alone while it is younger', async () => {
    const life = newLife()
    await life.must(['test-deploy', '--force', '--keep'])
    const left = await keptName(life)
    const before = await stateOf(life.account)
    const soon = await life.must(['test-deploy', '--force'], { now: ahead(1.9) })
    expect(soon.err).toContain(`another test deployment is left alone: ${left}, CREATE_COMPLETE`)
    expect(await stateOf(life.account)).toEqual(before)
  })

  it('of another estate is not looked at', async () => {
    const life = newLife()
    await life.must(['test-deploy', '--force', '--keep'])
    const before = await stateOf(life.account)
    life.edit('tenant_id: "x001"', 'tenant_id: "x002"')
    const other = await life.must(['test-deploy', '--force'], { now: ahead(3) })
    expect(other.err).not.toContain('-x001-')
    expect(await stateOf(life.account)).toEqual(before)
  })
})

describe('test-deploy tells', () => {
  /** Somebody writes to a role of the test deployment at one call, and takes it back before the deletion. */
  async function tamperedRun(call: string): Promise<{ life: Life; ended: SecRun }> {
    const life = newLife()
    const proxy = await proxyFor(life)
    const PolicyName = 'by-automation'
    const role = async () => ({
      RoleName: (await stateOf(life.account)).roles.find((name) => /glue/.test(name)),
    })
    const write = async () => {
      const named = { ...(await role()), PolicyName, PolicyDocument: denyAll }
      await iamOf(life).send(new PutRolePolicyCommand(named as PutRolePolicyCommandInput))
    }
    const takeBack = async () => {
      await iamOf(life).send(new DeleteRolePolicyCommand({ ...(await role()), PolicyName } as never))
    }
    let written: Promise<void> | undefined
    const writeOnce = () => {
      written ??= write()
      return written
    }
    // Several calls are under way at once: each waits until it is written.
    for (const nth of [1, 2, 3, 4])
      proxy.inject({ at: { call, nth }, fault: { kind: 'call', run: writeOnce } })
    proxy.inject({ at: { call: 'cloudformation:DeleteStack' }, fault: { kind: 'call', run: takeBack } })
    return { life, ended: await life.run(['test-deploy', '--force'], via(proxy)) }
  }

  it('what differs in IAM from what was generated', async () => {
    const { life, ended } = await tamperedRun('iam:GetGroup')
    expect(ended.exitCode, ended.err).toBe(1)
    expect(ended.err).toMatch(/TEST_DIFFERS .*by-automation/)
    expect(ended.out).toMatch(/the estate differs from what was generated: \d findings?/)
    expect(await stateOf(life.account)).toEqual(nothing)
  })

  it('a request that the simulator refuses, although the estate grants it', async () => {
    const { life, ended } = await tamperedRun('iam:SimulatePrincipalPolicy')
    expect(ended.exitCode, ended.err).toBe(1)
    expect(ended.err).toMatch(
      /TEST_STATEMENT_REFUSED .*role-glue-etl-t[a-z0-9]{6}, s3:GetObject on .*explicitDeny/,
    )
    expect(ended.out).toContain('the estate differs from what was generated: 1 finding')
    expect(await stateOf(life.account)).toEqual(nothing)
  })

  it('what it could not check', async () => {
    const life = newLife()
    const proxy = await proxyFor(life)
    proxy.inject({ at: { call: 'iam:SimulatePrincipalPolicy' }, fault: { kind: 'deny' } })
    const ended = await life.run(['test-deploy', '--force'], via(proxy))
    expect([ended.exitCode, ended.out]).toEqual([
      0,
      expect.stringMatching(/^the estate is as generated, but for \d things? that could not be checked\n$/),
    ])
    expect(ended.err).toMatch(/warning {2}TEST_NOT_CHECKED .*AWS denied iam:SimulatePrincipalPolicy/)
    expect(await stateOf(life.account)).toEqual(nothing)
  })
})

describe('the question of test-deploy', () => {
  it('is none: what it makes, it removes', async () => {
    const { questions, ended } = await asked(newLife(), ['test-deploy'], false)
    expect([ended.exitCode, questions]).toEqual([0, []])
  })
})
