import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  GetRoleCommand,
  ListPolicyVersionsCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { allow, inline, managedPolicy, role, trust } from '../testing/resources.js'
import { createStack, deleteStack, failuresOf, updateStack } from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'

const server = testServer()

function start() {
  const account = server.newAccount()
  const arnOf = (policyName: string) => `arn:aws:iam::${account.accountId}:policy/${policyName}`
  return { account, arnOf, ...account.clients() }
}

const base = managedPolicy('base', allow('s3:ListBucket'))

describe('a role of a stack', () => {
  it('is created with everything that its template says, its boundary too', async () => {
    const { cloudformation, iam, arnOf } = start()
    await createStack(cloudformation, 'one', {
      Base: base,
      Role: role('worker', {
        PermissionsBoundary: { Ref: 'Base' },
        ManagedPolicyArns: [{ Ref: 'Base' }],
        MaxSessionDuration: 7200,
        Policies: inline('read', allow('s3:GetObject')),
      }),
    })
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'worker' }))
    expect(Role).toMatchObject({
      MaxSessionDuration: 7200,
      PermissionsBoundary: { PermissionsBoundaryArn: arnOf('base') },
    })
  })

  it('is updated in place, and back again when a part of the update is refused', async () => {
    const { cloudformation, iam } = start()
    await createStack(cloudformation, 'one', { Role: role('worker', { Description: 'old' }) })
    const tooLong = inline('long', allow('s3:GetObject', `arn:aws:s3:::${'x'.repeat(10_240)}`))
    const failed = await updateStack(cloudformation, 'one', {
      Role: role('worker', { Description: 'new', Policies: tooLong }),
    })
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'worker' }))
    expect([failed.StackStatus, Role?.Description]).toEqual(['UPDATE_ROLLBACK_COMPLETE', 'old'])
    const changed = role('worker', {
      Description: 'new',
      AssumeRolePolicyDocument: trust('glue.amazonaws.com'),
    })
    await updateStack(cloudformation, 'one', { Role: changed })
    const { Role: now } = await iam.send(new GetRoleCommand({ RoleName: 'worker' }))
    expect(now?.Description).toBe('new')
    expect(JSON.parse(decodeURIComponent(now?.AssumeRolePolicyDocument ?? ''))).toEqual(
      trust('glue.amazonaws.com'),
    )
  })

  it('is refused when its name exists', async () => {
    const { cloudformation, iam } = start()
    const AssumeRolePolicyDocument = JSON.stringify(trust('lambda.amazonaws.com'))
    await iam.send(new CreateRoleCommand({ RoleName: 'worker', AssumeRolePolicyDocument }))
    const stack = await createStack(cloudformation, 'one', { Role: role('worker') })
    expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE')
    expect((await failuresOf(cloudformation, 'one'))[0]).toContain('Role with name worker already exists.')
    await iam.send(new GetRoleCommand({ RoleName: 'worker' }))
  })

  it.each([
    {
      name: 'a foreign policy is attached',
      reason: 'Cannot delete entity, must detach all policies first.',
      hang: new AttachRolePolicyCommand({
        RoleName: 'worker',
        PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      }),
    },
    {
      name: 'a foreign inline policy is in it',
      reason: 'Cannot delete entity, must delete policies first.',
      hang: new PutRolePolicyCommand({
        RoleName: 'worker',
        PolicyName: 'foreign',
        PolicyDocument: JSON.stringify(allow('s3:GetObject')),
      }),
    },
  ])('stays while $name', async ({ reason, hang }) => {
    const { cloudformation, iam } = start()
    const stack = await createStack(cloudformation, 'one', { Role: role('worker') })
    await iam.send(hang as AttachRolePolicyCommand)
    expect((await deleteStack(cloudformation, stack)).StackStatus).toBe('DELETE_FAILED')
    expect((await failuresOf(cloudformation, stack.StackId as string))[0]).toContain(reason)
  })

  it('is no obstacle when it was deleted by hand', async () => {
    const { cloudformation, iam } = start()
    const stack = await createStack(cloudformation, 'one', { Role: role('worker') })
    await iam.send(new DeleteRoleCommand({ RoleName: 'worker' }))
    expect((await deleteStack(cloudformation, stack)).StackStatus).toBe('DELETE_COMPLETE')
  })
})

describe('a managed policy of a stack', () => {
  it('is refused when its name exists, under another path too', async () => {
    const { cloudformation, iam } = start()
    const PolicyDocument = JSON.stringify(allow('s3:ListBucket'))
    await iam.send(new CreatePolicyCommand({ PolicyName: 'base', Path: '/other/', PolicyDocument }))
    await createStack(cloudformation, 'one', { Base: base })
    expect((await failuresOf(cloudformation, 'one'))[0]).toContain(
      'A policy called base already exists. Duplicate names are not allowed.',
    )
  })

  it('stays while somebody else uses it', async () => {
    const { account, cloudformation, iam, arnOf } = start()
    const stack = await createStack(cloudformation, 'one', { Base: base })
    await account.createUser('ann')
    await iam.send(new AttachUserPolicyCommand({ UserName: 'ann', PolicyArn: arnOf('base') }))
    expect((await deleteStack(cloudformation, stack)).StackStatus).toBe('DELETE_FAILED')
    expect((await failuresOf(cloudformation, stack.StackId as string))[0]).toContain(
      'Cannot delete a policy attached to entities.',
    )
  })

  it('goes with all its versions', async () => {
    const { cloudformation, iam, arnOf } = start()
    await createStack(cloudformation, 'one', { Base: base })
    const stack = await updateStack(cloudformation, 'one', {
      Base: managedPolicy('base', allow('s3:GetObject')),
    })
    const { Versions } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn: arnOf('base') }))
    expect(Versions).toHaveLength(2)
    expect((await deleteStack(cloudformation, stack)).StackStatus).toBe('DELETE_COMPLETE')
  })

  it('is not replaced under its fixed name', async () => {
    const { cloudformation } = start()
    await createStack(cloudformation, 'one', { Base: base })
    const stack = await updateStack(cloudformation, 'one', {
      Base: managedPolicy('base', allow('s3:ListBucket'), { Description: 'new' }),
    })
    expect(stack.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE')
    expect((await failuresOf(cloudformation, 'one'))[0]).toMatch(/already exists|custom-named/)
  })
})

describe('a quota', () => {
  const longDocument = (length: number) =>
    JSON.stringify(allow('s3:GetObject', `arn:aws:s3:::${'x'.repeat(length)}`))
  const envelope = longDocument(0).length

  it.each([
    { name: 'the longest managed policy', length: 6144 - envelope, refusal: undefined },
    {
      name: 'one character more',
      length: 6145 - envelope,
      refusal: 'Cannot exceed quota for PolicySize: 6144',
    },
  ])('of $name', async ({ length, refusal }) => {
    const { iam, arnOf } = start()
    // White space does not count.
    const PolicyDocument = JSON.stringify(JSON.parse(longDocument(length)), null, 4)
    const message = (call: Promise<unknown>) =>
      call.then(
        () => undefined,
        (error: Error) => error.message,
      )
    expect(await message(iam.send(new CreatePolicyCommand({ PolicyName: 'long', PolicyDocument })))).toBe(
      refusal,
    )
    await iam.send(new CreatePolicyCommand({ PolicyName: 'short', PolicyDocument: longDocument(1) }))
    const version = { PolicyArn: arnOf('short'), PolicyDocument }
    expect(await message(iam.send(new CreatePolicyVersionCommand(version)))).toBe(refusal)
  })

  it('of the trust policy', async () => {
    const { iam } = start()
    const AssumeRolePolicyDocument = JSON.stringify(trust(`${'x'.repeat(2048)}.amazonaws.com`))
    const call = iam.send(new CreateRoleCommand({ RoleName: 'worker', AssumeRolePolicyDocument }))
    await expect(call).rejects.toThrow('Cannot exceed quota for ACLSizePerRole: 2048')
  })
})

it('a policy that does not exist is not attached', async () => {
  const { cloudformation, iam, arnOf } = start()
  await createStack(cloudformation, 'one', { Role: role('worker') })
  const call = iam.send(new AttachRolePolicyCommand({ RoleName: 'worker', PolicyArn: arnOf('none') }))
  await expect(call).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: `Policy ${arnOf('none')} does not exist or is not attachable.`,
  })
})
