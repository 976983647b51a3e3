import { DeleteStackCommand } from '@aws-sdk/client-cloudformation'
import {
  CreateGroupCommand,
  DeleteGroupCommand,
  DetachGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { changeSetByHand, createByHand, stackOf, templateOf } from './support/by-hand.js'
import {
  attachMissingPolicy,
  changingCalls,
  iamOf,
  type Life,
  newLife,
  proxyFor,
  region,
  via,
} from './support/life.js'
import { asked } from './support/questions.js'
import { smallConfig } from './support/small-estate.js'
import { until, untilStatus } from './support/until.js'

/** Somebody is in a group, so that CloudFormation cannot delete it. */
async function addMember(life: Life, groupName: string): Promise<void> {
  await life.account.createUser('ann')
  await life.account.addUserToGroup('ann', groupName)
}

async function removeMember(life: Life, GroupName: string): Promise<void> {
  await iamOf(life).send(new RemoveUserFromGroupCommand({ GroupName, UserName: 'ann' }))
}

async function attachedTo(life: Life, GroupName: string): Promise<readonly string[]> {
  const found = await iamOf(life).send(new ListAttachedGroupPoliciesCommand({ GroupName }))
  return (found.AttachedPolicies ?? []).map(({ PolicyArn }) => PolicyArn ?? '')
}

async function deleteGroup(life: Life, GroupName: string): Promise<void> {
  for (const PolicyArn of await attachedTo(life, GroupName))
    await iamOf(life).send(new DetachGroupPolicyCommand({ GroupName, PolicyArn }))
  await iamOf(life).send(new DeleteGroupCommand({ GroupName }))
}

describe('a stack in REVIEW_IN_PROGRESS', () => {
  it('is deployed, with the change set of somebody else on it', async () => {
    const life = newLife()
    await changeSetByHand(life, await templateOf(life), 'CREATE')
    expect((await stackOf(life))?.StackStatus).toBe('REVIEW_IN_PROGRESS')
    await life.must(['deploy', '--force'])
    expect((await stackOf(life))?.StackStatus).toBe('CREATE_COMPLETE')
  })

  it('stays as it was, when deploy is declined', async () => {
    const life = newLife()
    await changeSetByHand(life, await templateOf(life), 'CREATE')
    const before = await stateOf(life.account)
    expect((await asked(life, ['deploy'], false)).ended.exitCode).toBe(3)
    expect(await stateOf(life.account)).toEqual(before)
  })

  it('is no stack for check-drift, and nothing much to delete', async () => {
    const life = newLife()
    await changeSetByHand(life, await templateOf(life), 'CREATE')
    const looked = await life.run(['check-drift'])
    expect([looked.exitCode, looked.err]).toEqual([1, expect.stringContaining('STACK_MISSING')])
    await life.must(['delete-stack', '--force'])
    expect((await stateOf(life.account)).stacks).toEqual([])
  })
})

describe('a stack that somebody works on', () => {
  const actions = [['deploy', '--force'], ['show-changes'], ['check-drift'], ['delete-stack', '--force']]

  it('with this tool: every action says who, and since when', async () => {
    const life = newLife()
    const { account, stackName } = life
    const ann = await account.createUser('ann', [
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
    ])
    await account.setPace(300)
    const first = life.run(['deploy', '--force'], { credentials: ann })
    await untilStatus(life, /^CREATE_IN_PROGRESS$/)
    const proxy = await proxyFor(life)
    for (const action of actions) {
      const busy = await life.run(action, via(proxy))
      expect([action[0], busy.exitCode], busy.err).toEqual([action[0], 1])
      expect(busy.err).toMatch(
        new RegExp(
          `AWS_STACK_BUSY {2}the stack "${stackName}" is in CREATE_IN_PROGRESS: a deploy by ann, since \\d\\d:\\d\\d:\\d\\d UTC`,
        ),
      )
      expect(busy.err).toContain('wait until it has ended, then run the command again')
    }
    expect(changingCalls(proxy)).toEqual([])
    await account.setPace(0)
    expect((await first).exitCode).toBe(0)
  })

  it('with another program: it says so', async () => {
    const life = newLife()
    const template = await templateOf(life)
    await life.account.setPace(200)
    await createByHand(life, template)
    const busy = await life.run(['deploy', '--force'])
    expect(busy.exitCode).toBe(1)
    expect(busy.err).toMatch(
      /CREATE_IN_PROGRESS: an operation started outside this tool, since \d\d:\d\d:\d\d UTC/,
    )
    await life.account.setPace(0)
    await untilStatus(life, /^CREATE_COMPLETE$/)
  })

  it('who deletes it: delete-stack waits for the end, and clears the rest away', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    await life.account.setPace(100)
    await life.account
      .clients(region)
      .cloudformation.send(new DeleteStackCommand({ StackName: life.stackName }))
    await untilStatus(life, /^DELETE_IN_PROGRESS$/)
    const gone = await life.must(['delete-stack', '--force'])
    expect(gone.err).toContain('is being deleted already; waiting for the end')
    expect(gone.out).toContain('8 parameters under')
    expect(await stateOf(life.account)).toMatchObject({ stacks: [], groups: [], parameters: [] })
  })
})

describe('a stack in UPDATE_ROLLBACK_FAILED', () => {
  /** The rollback wants to change a group back that somebody has deleted meanwhile. */
  async function stuckLife(): Promise<{ life: Life; groupName: string }> {
    const life = newLife()
    await life.must(['deploy', '--force'])
    life.edit('{ s3: level1 }', '{ ecr: level1 }')
    attachMissingPolicy(life)
    await life.account.setPace(150)
    const update = life.run(['deploy', '--force'])
    const groupName = `${life.prefix}-group-data-scientists`
    const isChanged = (arns: readonly string[]) => !arns.some((arn) => arn.includes('-s3-level1'))
    await until('the group is changed', async () => isChanged(await attachedTo(life, groupName)))
    await deleteGroup(life, groupName)
    const failed = await update
    await life.account.setPace(0)
    expect(failed.exitCode).toBe(1)
    expect(failed.err).toContain('STACK_RESOURCE_FAILED  AWS::IAM::Role RoleGlueEtl')
    expect(failed.err).toContain('the rollback got stuck at GroupDataScientists')
    expect(failed.err).toContain('is now UPDATE_ROLLBACK_FAILED')
    return { life, groupName }
  }

  it('is told, and its rollback continued by deploy, after a question', async () => {
    const { life, groupName } = await stuckLife()
    const shown = await life.run(['show-changes'])
    expect([shown.exitCode, shown.err]).toEqual([1, expect.stringContaining('STACK_NEEDS_DEPLOY')])
    const declined = await asked(life, ['deploy'], false)
    expect([declined.ended.exitCode, declined.questions]).toEqual([
      3,
      [{ kind: 'yes-no', text: expect.stringContaining('Continue the rollback now?') }],
    ])
    const early = await life.run(['deploy', '--force'])
    expect(early.exitCode).toBe(1)
    expect(early.err).toMatch(
      /GroupDataScientists .* could not be changed: The group with name .* cannot be found/,
    )
    expect(early.err).toContain('make a group of this name again')
    await iamOf(life).send(new CreateGroupCommand({ GroupName: groupName }))
    life.write(smallConfig({ accountId: life.account.accountId }))
    const done = await life.must(['deploy', '--force'])
    expect(done.out).toContain(`${life.stackName}: nothing to change`)
    expect((await stackOf(life))?.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE')
  })
})

describe('a stack in DELETE_FAILED', () => {
  it('is told by every action, and delete-stack goes on from there', async () => {
    const life = newLife()
    await life.must(['deploy', '--force'])
    const groupName = `${life.prefix}-group-data-scientists`
    await addMember(life, groupName)
    await life.account
      .clients(region)
      .cloudformation.send(new DeleteStackCommand({ StackName: life.stackName }))
    await untilStatus(life, /^DELETE_FAILED$/)
    for (const action of [['deploy', '--force'], ['show-changes']]) {
      const told = await life.run(action)
      expect([action[0], told.exitCode, told.err]).toEqual([
        action[0],
        1,
        expect.stringContaining('STACK_HALF_DELETED'),
      ])
      expect(told.err).toContain('run delete-stack')
    }
    const stopped = await life.run(['delete-stack', '--force'])
    expect([stopped.exitCode, stopped.err]).toEqual([1, expect.stringContaining('IAM_GROUP_HAS_MEMBERS')])
    await removeMember(life, groupName)
    await life.must(['delete-stack', '--force'])
    expect(await stateOf(life.account)).toMatchObject({
      stacks: [],
      groups: [],
      roles: [],
      policies: [],
      parameters: [],
    })
  })
})
