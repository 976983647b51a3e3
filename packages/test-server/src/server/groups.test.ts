import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  GetGroupCommand,
  GetGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  ListGroupPoliciesCommand,
  PutGroupPolicyCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { allow, group, inline, managedPolicy } from '../testing/resources.js'
import { createStack, deleteStack, failuresOf, updateStack } from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'

const server = testServer()

const read = inline('read', allow('s3:GetObject'))

function start() {
  const account = server.newAccount()
  const { cloudformation, iam } = account.clients()
  const attached = async (GroupName: string) => {
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName }))
    return AttachedPolicies.map(({ PolicyName }) => PolicyName)
  }
  const inlineNames = async (GroupName: string) =>
    (await iam.send(new ListGroupPoliciesCommand({ GroupName }))).PolicyNames
  return { account, cloudformation, iam, attached, inlineNames }
}

describe('a group of a stack', () => {
  it('is created with its path, inline and managed policies', async () => {
    const { cloudformation, iam, attached, inlineNames } = start()
    const stack = await createStack(cloudformation, 'one', {
      Policy: managedPolicy('base', allow('s3:ListBucket')),
      Group: group('readers', { Path: '/team/', Policies: read, ManagedPolicyArns: [{ Ref: 'Policy' }] }),
    })
    const { Group } = await iam.send(new GetGroupCommand({ GroupName: 'readers' }))
    expect([stack.StackStatus, Group?.Path]).toEqual(['CREATE_COMPLETE', '/team/'])
    expect([await attached('readers'), await inlineNames('readers')]).toEqual([['base'], ['read']])
  })

  it('is updated in place; what was added by hand stays', async () => {
    const { cloudformation, iam, attached, inlineNames } = start()
    const Policy = managedPolicy('base', allow('s3:ListBucket'))
    await createStack(cloudformation, 'one', {
      Policy,
      Group: group('readers', { Policies: read, ManagedPolicyArns: [{ Ref: 'Policy' }] }),
    })
    const foreign = { GroupName: 'readers', PolicyName: 'foreign' }
    await iam.send(
      new PutGroupPolicyCommand({ ...foreign, PolicyDocument: JSON.stringify(allow('sqs:SendMessage')) }),
    )
    const changed = inline('write', allow('s3:PutObject'))
    const stack = await updateStack(cloudformation, 'one', {
      Policy,
      Group: group('readers', { Path: '/new/', Policies: changed }),
    })
    const { Group } = await iam.send(new GetGroupCommand({ GroupName: 'readers' }))
    expect([stack.StackStatus, Group?.Arn?.split(':').pop()]).toEqual([
      'UPDATE_COMPLETE',
      'group/new/readers',
    ])
    expect([await attached('readers'), (await inlineNames('readers'))?.sort()]).toEqual([
      [],
      ['foreign', 'write'],
    ])
  })

  it('is as before when an update of another resource fails', async () => {
    const { cloudformation, iam } = start()
    await createStack(cloudformation, 'one', { Group: group('readers', { Policies: read }) })
    await iam.send(new CreateGroupCommand({ GroupName: 'taken' }))
    const stack = await updateStack(cloudformation, 'one', {
      Group: group('readers', { Policies: inline('read', allow('s3:*')) }),
      Other: { ...group('taken'), DependsOn: 'Group' },
    })
    const { PolicyDocument } = await iam.send(
      new GetGroupPolicyCommand({ GroupName: 'readers', PolicyName: 'read' }),
    )
    expect(stack.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE')
    expect(JSON.parse(decodeURIComponent(PolicyDocument ?? ''))).toEqual(allow('s3:GetObject'))
  })

  it('goes with its stack', async () => {
    const { cloudformation, iam } = start()
    const stack = await createStack(cloudformation, 'one', { Group: group('readers', { Policies: read }) })
    expect((await deleteStack(cloudformation, stack)).StackStatus).toBe('DELETE_COMPLETE')
    await expect(iam.send(new GetGroupCommand({ GroupName: 'readers' }))).rejects.toThrow('cannot be found')
  })

  it('stays while somebody is in it, and goes when nobody is', async () => {
    const { account, cloudformation, iam } = start()
    const stack = await createStack(cloudformation, 'one', { Group: group('readers') })
    await account.createUser('ann')
    await account.addUserToGroup('ann', 'readers')
    expect((await deleteStack(cloudformation, stack)).StackStatus).toBe('DELETE_FAILED')
    expect((await failuresOf(cloudformation, stack.StackId as string))[0]).toContain(
      'Cannot delete entity, must remove users from group first. (Service: Iam, Status Code: 409',
    )
    await iam.send(new RemoveUserFromGroupCommand({ GroupName: 'readers', UserName: 'ann' }))
    expect((await deleteStack(cloudformation, stack)).StackStatus).toBe('DELETE_COMPLETE')
  })

  it('stays while a foreign policy is attached', async () => {
    const { cloudformation, iam } = start()
    const stack = await createStack(cloudformation, 'one', { Group: group('readers') })
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    await iam.send(new AttachGroupPolicyCommand({ GroupName: 'readers', PolicyArn }))
    await deleteStack(cloudformation, stack)
    expect((await failuresOf(cloudformation, stack.StackId as string))[0]).toContain(
      'Cannot delete entity, must detach all policies first.',
    )
  })

  it('is refused when its name exists, in whatever case', async () => {
    const { cloudformation, iam } = start()
    await iam.send(new CreateGroupCommand({ GroupName: 'Readers' }))
    const stack = await createStack(cloudformation, 'one', { Group: group('readers') })
    expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE')
    expect((await failuresOf(cloudformation, 'one'))[0]).toMatch(
      /^Resource handler returned message: "Group with name readers already exists\. .*HandlerErrorCode: AlreadyExists\)$/,
    )
  })

  it('leaves nothing when a policy of it is refused', async () => {
    const { cloudformation, iam } = start()
    const many = Array.from({ length: 11 }, (_, n) => `arn:aws:iam::aws:policy/Policy${n}`)
    const stack = await createStack(cloudformation, 'one', {
      Group: group('readers', { ManagedPolicyArns: many }),
    })
    expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE')
    expect((await failuresOf(cloudformation, 'one'))[0]).toContain(
      'Cannot exceed quota for PoliciesPerGroup: 10',
    )
    await expect(iam.send(new GetGroupCommand({ GroupName: 'readers' }))).rejects.toThrow('cannot be found')
  })
})

it('a group with somebody in it is not deleted by a call either', async () => {
  const { account, iam } = start()
  await account.createUser('ann')
  await iam.send(new CreateGroupCommand({ GroupName: 'readers' }))
  await iam.send(new AddUserToGroupCommand({ GroupName: 'readers', UserName: 'ann' }))
  await expect(iam.send(new DeleteGroupCommand({ GroupName: 'readers' }))).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete entity, must remove users from group first.',
  })
})
