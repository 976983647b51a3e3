import {
  AttachGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  ListGroupPoliciesCommand,
  ListRolePoliciesCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { anyPolicy } from './support/by-hand.js'
import { callsOf, type Life, newLife, proxyFor, region, via } from './support/life.js'
import { asked } from './support/questions.js'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

/** An estate that is deployed, and that somebody has added to and changed since. */
async function drifted() {
  const life = newLife()
  await life.must(['deploy', '--force'])
  const { iam } = life.account.clients(region)
  const GroupName = `${life.prefix}-group-data-scientists`
  const RoleName = `${life.prefix}-role-glue-etl`
  const PolicyName = 'by-hand'
  await iam.send(new PutGroupPolicyCommand({ GroupName, PolicyName, PolicyDocument: anyPolicy }))
  await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: readOnly }))
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: anyPolicy }))
  await iam.send(new UpdateRoleCommand({ RoleName, MaxSessionDuration: 43_200 }))
  return { life, GroupName, RoleName }
}

async function additions(life: Life, GroupName: string, RoleName: string): Promise<readonly string[]> {
  const { iam } = life.account.clients(region)
  const attached = await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName }))
  const ofGroup = await iam.send(new ListGroupPoliciesCommand({ GroupName }))
  const ofRole = await iam.send(new ListRolePoliciesCommand({ RoleName }))
  const foreign = (attached.AttachedPolicies ?? []).filter(({ PolicyArn }) => PolicyArn === readOnly)
  return [
    ...foreign.map(() => readOnly),
    ...[...(ofGroup.PolicyNames ?? []), ...(ofRole.PolicyNames ?? [])].filter((name) => name === 'by-hand'),
  ]
}

describe('deploy --revert-drift', () => {
  it('brings back what was changed, and takes off what was added', async () => {
    const { life, GroupName, RoleName } = await drifted()
    expect((await life.run(['check-drift'])).exitCode).toBe(4)
    const reverted = await life.run(['deploy', '--revert-drift', '--force'])
    expect(reverted.exitCode, reverted.err).toBe(0)
    expect(reverted.err).toContain(`the group ${GroupName} has the inline policy by-hand`)
    expect(reverted.err).toContain(`removed by-hand from the role ${RoleName}`)
    expect(await additions(life, GroupName, RoleName)).toEqual([])
    const after = await life.run(['check-drift'])
    expect(after.exitCode, after.out + after.err).toBe(0)
  })

  it('leaves there what was added when the answer is no, after all else is done', async () => {
    const { life, GroupName, RoleName } = await drifted()
    const { ended, questions } = await asked(
      life,
      ['deploy', '--revert-drift'],
      ({ text }) => !text.startsWith('Take off'),
    )
    expect(questions.map(({ text }) => text).at(-1)).toBe(
      'Take off the 2 policies that CloudFormation leaves there?',
    )
    expect(ended.exitCode).toBe(3)
    // What is attached beside what the template attaches, CloudFormation takes off itself.
    expect(await additions(life, GroupName, RoleName)).toEqual(['by-hand', 'by-hand'])
    expect((await life.run(['check-drift'])).out).not.toContain('sessions of at most')
  })

  it('asks for nothing more where nothing was added', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    const { ended, questions } = await asked(life, ['deploy', '--revert-drift'], false)
    expect([ended.exitCode, questions]).toEqual([0, []])
  })

  it('creates a stack as any deploy does', async () => {
    const life = newLife()
    const proxy = await proxyFor(life)
    await life.must(['deploy', '--revert-drift', '--force'], via(proxy))
    expect(callsOf(proxy)).toContain('cloudformation:ExecuteChangeSet')
  })
})

describe('deploy', () => {
  it('leaves alone what was added, without --revert-drift', async () => {
    const { life, GroupName, RoleName } = await drifted()
    await life.must(['deploy', '--force'])
    expect(await additions(life, GroupName, RoleName)).toHaveLength(3)
  })
})
