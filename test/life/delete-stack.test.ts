import {
  AddRoleToInstanceProfileCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  PutGroupPolicyCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { anyPolicy, stackOf } from './support/by-hand.js'
import { changingCalls, iamOf, type Life, newLife, proxyFor, region, via } from './support/life.js'
import { asked } from './support/questions.js'
import { sizedConfig } from './support/sized-estates.js'

async function deployedLife(): Promise<Life> {
  const life = newLife()
  await life.must(['deploy', '--force'])
  return life
}

const nothing = {
  stacks: [],
  changeSets: [],
  groups: [],
  roles: [],
  policies: [],
  parameters: [],
  objects: [],
}

const groupOf = ({ prefix }: Life) => `${prefix}-group-data-scientists`
const roleOf = ({ prefix }: Life) => `${prefix}-role-glue-etl`

async function foreignPolicy(life: Life): Promise<string> {
  const made = await iamOf(life).send(
    new CreatePolicyCommand({ PolicyName: 'of-somebody-else', PolicyDocument: anyPolicy }),
  )
  return made.Policy?.Arn ?? ''
}

describe('delete-stack', () => {
  it('says what will go, asks for the name, and leaves nothing', async () => {
    const life = await deployedLife()
    const { questions, ended } = await asked(life, ['delete-stack'], true)
    expect(ended.exitCode, ended.err).toBe(0)
    expect(questions).toEqual([
      {
        kind: 'typed',
        text: `Type the stack's name to delete ${life.stackName} in the account ${life.account.accountId}:`,
        expected: life.stackName,
      },
    ])
    expect(ended.err).toContain(`${life.stackName} holds 8 resources, which go with it:`)
    expect(ended.err).toContain(`  - AWS::IAM::Group         ${groupOf(life)}\n`)
    expect(ended.err).toMatch(/DELETE_COMPLETE +AWS::IAM::Role +RoleGlueEtl/)
    expect(ended.out).toContain(
      `${life.stackName}: deleted\n8 parameters under /security/${life.stem}/ removed`,
    )
    expect(await stateOf(life.account)).toEqual(nothing)
  })

  it('leaves everything when it is declined', async () => {
    const life = await deployedLife()
    const before = await stateOf(life.account)
    const { ended } = await asked(life, ['delete-stack'], false)
    expect([ended.exitCode, ended.err]).toEqual([3, expect.stringContaining('DECLINED')])
    expect(await stateOf(life.account)).toEqual(before)
  })

  it('ends well where there is no stack, and removes parameters that were left', async () => {
    const life = await deployedLife()
    const { parameters } = await stateOf(life.account)
    expect(parameters).toHaveLength(8)
    const proxy = await proxyFor(life)
    proxy.inject({ at: { call: 'ssm:GetParametersByPath' }, fault: { kind: 'deny' } })
    const first = await life.run(['delete-stack', '--force'], via(proxy))
    expect([first.exitCode, first.err]).toEqual([1, expect.stringContaining('AWS_DENIED')])
    expect(await stateOf(life.account)).toMatchObject({ stacks: [], parameters })
    const again = await life.must(['delete-stack', '--force'])
    expect(again.out).toContain(`there is no stack ${life.stackName}`)
    expect(again.out).toContain(`8 parameters under /security/${life.stem}/ removed`)
    expect(await stateOf(life.account)).toEqual(nothing)
  })

  it('removes the templates of this stem from the bucket, and nothing else', async () => {
    const life = newLife()
    const bucket = `templates-${life.account.accountId}`
    await life.account.createBucket(bucket, region)
    life.write(sizedConfig('large', life.account.accountId, [`template_bucket: ${bucket}`]))
    const foreign = [`sec-provisioner/${life.stem}/notes.txt`, 'sec-provisioner/other/template.yaml']
    for (const Key of foreign)
      await life.account
        .clients(region)
        .s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'foreign' }))
    await life.must(['deploy', '--force'])
    expect((await stateOf(life.account, bucket)).objects).toHaveLength(3)
    const { out } = await life.must(['delete-stack', '--force'])
    expect(out).toContain('1 uploaded template removed')
    expect((await stateOf(life.account, bucket)).objects).toEqual([...foreign].sort())
  })

  it('respects termination protection, and explains it', async () => {
    const life = newLife()
    life.edit('termination_protection: false', 'termination_protection: true')
    await life.must(['deploy', '--force'])
    const before = await stateOf(life.account)
    const proxy = await proxyFor(life)
    const stopped = await life.run(['delete-stack', '--force'], via(proxy))
    expect(stopped.exitCode).toBe(1)
    expect(stopped.err).toContain(
      `the stack "${life.stackName}" has termination protection and was not deleted`,
    )
    expect(stopped.err).toContain('set "deployment.termination_protection: false" in the config and deploy')
    expect(changingCalls(proxy)).toEqual([])
    expect(await stateOf(life.account)).toEqual(before)
    life.edit('termination_protection: true', 'termination_protection: false')
    await life.must(['deploy', '--force'])
    await life.must(['delete-stack', '--force'])
  })
})

describe('what hangs on a stack stops delete-stack before anything is deleted', () => {
  const obstacles = [
    {
      name: 'a person in a group',
      make: async (life: Life) => {
        for (const name of ['ann', 'ben']) {
          await life.account.createUser(name)
          await life.account.addUserToGroup(name, groupOf(life))
        }
      },
      says: /IAM_GROUP_HAS_MEMBERS .*-group-data-scientists" is to be deleted and has 2 members: ann, ben/,
      hint: 'aws iam remove-user-from-group',
    },
    {
      name: 'a role in an instance profile',
      make: async (life: Life) => {
        const InstanceProfileName = 'machines'
        await iamOf(life).send(new CreateInstanceProfileCommand({ InstanceProfileName }))
        await iamOf(life).send(
          new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName: roleOf(life) }),
        )
      },
      says: /IAM_ROLE_IN_INSTANCE_PROFILE .*-role-glue-etl" is to be deleted and is in 1 instance profile: machines/,
      hint: 'take the role out of the instance profile',
    },
    {
      name: 'a policy of the stack on something else',
      make: async (life: Life) => {
        await iamOf(life).send(new CreateGroupCommand({ GroupName: 'outside' }))
        const PolicyArn = `arn:aws:iam::${life.account.accountId}:policy/${life.prefix}-policy-s3-level1-read-only`
        await iamOf(life).send(new AttachGroupPolicyCommand({ GroupName: 'outside', PolicyArn }))
      },
      says: /IAM_POLICY_ATTACHED_ELSEWHERE .*the group "outside"/,
      hint: 'detach',
    },
  ]
  it.each(obstacles)('$name, which a person has to take away', async ({ make, says, hint }) => {
    const life = await deployedLife()
    await make(life)
    const before = await stateOf(life.account)
    const proxy = await proxyFor(life)
    const stopped = await life.run(['delete-stack', '--force'], via(proxy))
    expect(stopped.exitCode, stopped.err).toBe(1)
    expect(stopped.err).toMatch(says)
    expect(stopped.err).toContain(hint)
    expect(changingCalls(proxy)).toEqual([])
    expect(await stateOf(life.account)).toEqual(before)
  })

  it('foreign policies, which are named, and taken off after a question', async () => {
    const life = await deployedLife()
    const PolicyArn = await foreignPolicy(life)
    await iamOf(life).send(new AttachGroupPolicyCommand({ GroupName: groupOf(life), PolicyArn }))
    await iamOf(life).send(new AttachRolePolicyCommand({ RoleName: roleOf(life), PolicyArn }))
    const inline = { GroupName: groupOf(life), PolicyName: 'by-hand', PolicyDocument: anyPolicy }
    await iamOf(life).send(new PutGroupPolicyCommand(inline))
    const before = await stateOf(life.account)
    const declined = await asked(life, ['delete-stack'], false)
    expect([declined.ended.exitCode, declined.questions]).toEqual([
      3,
      [{ kind: 'yes-no', text: expect.stringContaining('Take 3 foreign policies off what will go?') }],
    ])
    expect(await stateOf(life.account)).toEqual(before)
    const { questions, ended } = await asked(life, ['delete-stack'], true)
    expect(ended.exitCode, ended.err).toBe(0)
    expect(questions.map(({ kind }) => kind)).toEqual(['yes-no', 'typed'])
    expect(ended.err).toContain(`the group "${groupOf(life)}" is to be deleted and has ${PolicyArn} attached`)
    expect(ended.err).toContain(`detached ${PolicyArn} from the role ${roleOf(life)}`)
    expect(ended.err).toContain(`removed by-hand from the group ${groupOf(life)}`)
    expect(await stateOf(life.account)).toEqual({ ...nothing, policies: ['of-somebody-else'] })
  })

  it('somebody who comes into a group while it is deleted: the cause is told, and the next run goes on', async () => {
    const life = await deployedLife()
    await life.account.createUser('ann')
    const proxy = await proxyFor(life)
    const join = () => life.account.addUserToGroup('ann', groupOf(life))
    proxy.inject({ at: { call: 'cloudformation:DeleteStack' }, fault: { kind: 'call', run: join } })
    const failed = await life.run(['delete-stack', '--force'], via(proxy))
    expect(failed.exitCode).toBe(1)
    expect(failed.err).toMatch(
      /STACK_RESOURCE_FAILED {2}AWS::IAM::Group GroupDataScientists .* could not be deleted/,
    )
    expect(failed.err).toContain('take the members out of the group')
    expect(failed.err).toContain('is now DELETE_FAILED')
    expect((await stackOf(life))?.StackStatus).toBe('DELETE_FAILED')
    await iamOf(life).send(new RemoveUserFromGroupCommand({ GroupName: groupOf(life), UserName: 'ann' }))
    await life.must(['delete-stack', '--force'])
    expect(await stateOf(life.account)).toEqual(nothing)
  })
})
