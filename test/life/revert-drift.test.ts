import {
  AttachGroupPolicyCommand,
  DeleteGroupCommand,
  DetachGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  ListGroupPoliciesCommand,
  ListRolePoliciesCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  SetDefaultPolicyVersionCommand,
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

describe('show-changes --revert-drift', () => {
  it('tells old and new value, and what CloudFormation would leave; nothing of it is changed', async () => {
    const { life, GroupName, RoleName } = await drifted()
    const shown = await life.run(['show-changes', '--revert-drift', '--fail-on-changes'])
    const { accountId } = life.account
    expect([shown.exitCode, shown.out.split('\n')]).toEqual([
      4,
      [
        'Resources:',
        `  ~ AWS::IAM::Group GroupDataScientists (${GroupName}), changed behind the stack`,
        '      ManagedPolicyArns',
        `        - ${readOnly}`,
        `  ~ AWS::IAM::Role RoleGlueEtl (${RoleName}), changed behind the stack`,
        '      MaxSessionDuration: 43200 -> 3600',
        'Beside CloudFormation, taken off after a question:',
        `  the group ${GroupName} has the inline policy by-hand, which is not in the template`,
        `  the role ${RoleName} has the inline policy by-hand, which is not in the template`,
        `${life.stackName}: 2 changed, 2 to be taken off`,
        '',
      ],
    ])
    expect(shown.out).not.toContain(accountId)
    expect(await additions(life, GroupName, RoleName)).toHaveLength(3)
  })

  it('makes again what was deleted, and sets back a version that no longer counts', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    life.edit('Action: [s3:GetObject]', 'Action: [s3:GetObject, s3:GetObjectVersion]')
    await life.must(['deploy', '--force'])
    const { iam } = life.account.clients(region)
    const PolicyArn = `arn:aws:iam::${life.account.accountId}:policy/${life.prefix}-policy-role-glue-etl`
    await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }))
    const GroupName = `${life.prefix}-group-ml-engineers`
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName }))
    for (const policy of AttachedPolicies)
      await iam.send(new DetachGroupPolicyCommand({ GroupName, PolicyArn: policy.PolicyArn }))
    await iam.send(new DeleteGroupCommand({ GroupName }))
    const shown = await life.run(['show-changes', '--revert-drift'])
    expect(shown.out).toMatch(/\+ AWS::IAM::Group GroupMlEngineers .*, deleted behind the stack/)
    expect(shown.out).toMatch(/- Allow s3:GetObject on .*\n\s+\+ Allow s3:GetObjectVersion, s3:GetObject on /)
    await life.must(['deploy', '--revert-drift', '--force'])
    expect(await life.run(['check-drift'])).toMatchObject({ exitCode: 0 })
  })

  it('says that there is nothing to bring back', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    const shown = await life.run(['show-changes', '--revert-drift', '--fail-on-changes'])
    expect([shown.exitCode, shown.out]).toEqual([0, `${life.stackName}: no changes\n`])
  })
})

describe('deploy', () => {
  it('says nothing of drift where it has nothing to change', async () => {
    const { life } = await drifted()
    const again = await life.must(['deploy', '--force'])
    expect(again.out).toContain(`${life.stackName}: nothing to change`)
    expect(again.out + again.err).not.toMatch(/drift/)
  })

  it('leaves alone what was added, without --revert-drift', async () => {
    const { life, GroupName, RoleName } = await drifted()
    await life.must(['deploy', '--force'])
    expect(await additions(life, GroupName, RoleName)).toHaveLength(3)
  })
})
