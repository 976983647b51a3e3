import { CreateChangeSetCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreatePolicyVersionCommand,
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  GetGroupPolicyCommand,
  type IAMClient,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { allow, group, inline, managedPolicy, role } from '../testing/resources.js'
import { createChangeSet, createStack, driftsOf, executeChangeSet, template } from '../testing/stacks.js'
import { testServer } from '../vitest/index.js'

const server = testServer()

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

const estate = {
  Base: managedPolicy('base', allow('s3:ListBucket')),
  Group: group('readers', {
    Policies: inline('read', allow('s3:GetObject')),
    ManagedPolicyArns: [{ Ref: 'Base' }],
  }),
  Role: role('worker', {
    Policies: inline('read', allow('s3:GetObject')),
    ManagedPolicyArns: [{ Ref: 'Base' }],
    PermissionsBoundary: { Ref: 'Base' },
    Tags: [{ Key: 'team', Value: 'ml' }],
  }),
}

async function start() {
  const account = server.newAccount()
  const { cloudformation, iam } = account.clients()
  await createStack(cloudformation, 'one', estate)
  const edits = { iam, base: `arn:aws:iam::${account.accountId}:policy/base` }
  return { account, cloudformation, iam, edits }
}

interface Edits {
  readonly iam: IAMClient
  /** The ARN of the stack's own managed policy. */
  readonly base: string
}

const worker = { RoleName: 'worker' }
const readers = { GroupName: 'readers' }
const other = JSON.stringify(allow('s3:*'))

/** Everything that a person may do behind a stack's back, and where it is to be seen. */
const byHand: { name: string; edit(edits: Edits): Promise<unknown>; found: string[] }[] = [
  {
    name: 'an inline policy of a group changed',
    edit: ({ iam }) =>
      iam.send(new PutGroupPolicyCommand({ ...readers, PolicyName: 'read', PolicyDocument: other })),
    found: ['Group /Policies/0/PolicyDocument/Statement/0/Action NOT_EQUAL'],
  },
  {
    name: 'an inline policy of a group added',
    edit: ({ iam }) =>
      iam.send(new PutGroupPolicyCommand({ ...readers, PolicyName: 'x', PolicyDocument: other })),
    found: ['Group /Policies/1 ADD'],
  },
  {
    name: 'an inline policy of a group removed',
    edit: ({ iam }) => iam.send(new DeleteGroupPolicyCommand({ ...readers, PolicyName: 'read' })),
    found: ['Group /Policies/0 REMOVE'],
  },
  {
    name: 'a policy attached to a group',
    edit: ({ iam }) => iam.send(new AttachGroupPolicyCommand({ ...readers, PolicyArn: readOnly })),
    found: ['Group /ManagedPolicyArns/1 ADD'],
  },
  {
    name: 'a policy detached from a group',
    edit: ({ iam, base }) => iam.send(new DetachGroupPolicyCommand({ ...readers, PolicyArn: base })),
    found: ['Group /ManagedPolicyArns/0 REMOVE'],
  },
  {
    name: 'an inline policy of a role changed',
    edit: ({ iam }) =>
      iam.send(new PutRolePolicyCommand({ ...worker, PolicyName: 'read', PolicyDocument: other })),
    found: ['Role /Policies/0/PolicyDocument/Statement/0/Action NOT_EQUAL'],
  },
  {
    name: 'an inline policy of a role removed',
    edit: ({ iam }) => iam.send(new DeleteRolePolicyCommand({ ...worker, PolicyName: 'read' })),
    found: ['Role /Policies/0 REMOVE'],
  },
  {
    name: 'a policy attached to a role',
    edit: ({ iam }) => iam.send(new AttachRolePolicyCommand({ ...worker, PolicyArn: readOnly })),
    found: ['Role /ManagedPolicyArns/1 ADD'],
  },
  {
    name: 'a policy detached from a role',
    edit: ({ iam, base }) => iam.send(new DetachRolePolicyCommand({ ...worker, PolicyArn: base })),
    found: ['Role /ManagedPolicyArns/0 REMOVE'],
  },
  {
    name: 'the boundary of a role removed',
    edit: ({ iam }) => iam.send(new DeleteRolePermissionsBoundaryCommand(worker)),
    found: ['Role /PermissionsBoundary REMOVE'],
  },
  {
    name: 'a tag of a role changed',
    edit: ({ iam }) => iam.send(new TagRoleCommand({ ...worker, Tags: [{ Key: 'team', Value: 'x' }] })),
    found: ['Role /Tags/0/Value NOT_EQUAL'],
  },
  {
    name: 'a managed policy changed',
    edit: ({ iam, base }) =>
      iam.send(
        new CreatePolicyVersionCommand({ PolicyArn: base, PolicyDocument: other, SetAsDefault: true }),
      ),
    found: ['Base /PolicyDocument/Statement/0/Action NOT_EQUAL'],
  },
  {
    name: 'a version of a managed policy that is not the default one',
    edit: ({ iam, base }) =>
      iam.send(new CreatePolicyVersionCommand({ PolicyArn: base, PolicyDocument: other })),
    found: [],
  },
  {
    name: 'a description that the template does not name',
    edit: ({ iam }) => iam.send(new UpdateRoleCommand({ ...worker, Description: 'x' })),
    found: [],
  },
]

async function differences(cloudformation: Parameters<typeof driftsOf>[0]): Promise<string[]> {
  return (await driftsOf(cloudformation, 'one')).flatMap(({ LogicalResourceId, PropertyDifferences = [] }) =>
    PropertyDifferences.map((each) => `${LogicalResourceId} ${each.PropertyPath} ${each.DifferenceType}`),
  )
}

describe('drift detection', () => {
  it('checks every type of an estate, and finds nothing after a deployment', async () => {
    const { cloudformation } = await start()
    const drifts = await driftsOf(cloudformation, 'one')
    expect(drifts.map(({ StackResourceDriftStatus }) => StackResourceDriftStatus)).toEqual(
      Array(3).fill('IN_SYNC'),
    )
  })

  it.each(byHand)('$name', async ({ edit, found }) => {
    const { cloudformation, edits } = await start()
    await edit(edits)
    expect(await differences(cloudformation)).toEqual(found)
  })

  it('finds what was deleted', async () => {
    const { cloudformation, edits } = await start()
    await deleteGroup(edits)
    const drifts = await driftsOf(cloudformation, 'one')
    expect(drifts.find(({ LogicalResourceId }) => LogicalResourceId === 'Group')).toMatchObject({
      StackResourceDriftStatus: 'DELETED',
    })
  })
})

async function deleteGroup({ iam, base }: Edits) {
  await iam.send(new DetachGroupPolicyCommand({ ...readers, PolicyArn: base }))
  await iam.send(new DeleteGroupPolicyCommand({ ...readers, PolicyName: 'read' }))
  await iam.send(new DeleteGroupCommand(readers))
}

async function deleteRole({ iam, base }: Edits) {
  await iam.send(new DetachRolePolicyCommand({ ...worker, PolicyArn: base }))
  await iam.send(new DeleteRolePolicyCommand({ ...worker, PolicyName: 'read' }))
  await iam.send(new DeleteRoleCommand(worker))
}

const revert = {
  StackName: 'one',
  ChangeSetName: 'revert',
  DeploymentMode: 'REVERT_DRIFT' as const,
  TemplateBody: template(estate),
}

describe('a drift-aware change set', () => {
  it.each(byHand.filter(({ found }) => found.length > 0))('brings back: $name', async ({ edit, found }) => {
    const { cloudformation, edits } = await start()
    await edit(edits)
    const { Changes, DeploymentMode } = await createChangeSet(cloudformation, revert)
    const [logicalId, path] = (found[0] ?? '').split(' ')
    expect(DeploymentMode).toBe('REVERT_DRIFT')
    expect(Changes?.map(({ ResourceChange }) => ResourceChange)).toMatchObject([
      {
        Action: 'Modify',
        LogicalResourceId: logicalId,
        Details: [{ Target: { Name: path?.split('/')[1] } }],
      },
    ])
    const stack = await executeChangeSet(cloudformation, 'one', 'revert')
    expect([stack.StackStatus, await differences(cloudformation)]).toEqual(['UPDATE_COMPLETE', []])
  })

  it.each([
    { name: 'a group', remove: deleteGroup },
    { name: 'a role', remove: deleteRole },
  ])('makes $name again that was deleted', async ({ remove }) => {
    const { cloudformation, edits } = await start()
    await remove(edits)
    const { Changes } = await createChangeSet(cloudformation, revert)
    expect(Changes?.map(({ ResourceChange }) => ResourceChange?.Action)).toEqual(['Add'])
    await executeChangeSet(cloudformation, 'one', 'revert')
    const drifts = await driftsOf(cloudformation, 'one')
    expect(drifts.map(({ StackResourceDriftStatus }) => StackResourceDriftStatus)).toEqual(
      Array(3).fill('IN_SYNC'),
    )
  })

  it('brings drift back together with changes of the template', async () => {
    const { cloudformation, iam, edits } = await start()
    await iam.send(new PutGroupPolicyCommand({ ...readers, PolicyName: 'x', PolicyDocument: other }))
    await iam.send(
      new CreatePolicyVersionCommand({ PolicyArn: edits.base, PolicyDocument: other, SetAsDefault: true }),
    )
    const Group = group('readers', { Policies: inline('new', allow('s3:PutObject')), ManagedPolicyArns: [] })
    const TemplateBody = template({ ...estate, Group })
    const { Changes } = await createChangeSet(cloudformation, { ...revert, TemplateBody })
    expect(Changes?.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId)).toEqual(['Group', 'Base'])
    await executeChangeSet(cloudformation, 'one', 'revert')
    expect(await differences(cloudformation)).toEqual([])
  })

  it('has no changes when nothing drifted', async () => {
    const { cloudformation } = await start()
    expect((await createChangeSet(cloudformation, revert)).Status).toBe('FAILED')
  })

  it('is the only one that sees drift', async () => {
    const { cloudformation, iam } = await start()
    await iam.send(new PutGroupPolicyCommand({ ...readers, PolicyName: 'read', PolicyDocument: other }))
    const { DeploymentMode: _mode, ...plain } = revert
    expect((await createChangeSet(cloudformation, plain)).Status).toBe('FAILED')
  })
})

it('an ordinary update leaves alone what it does not change', async () => {
  const { cloudformation, iam } = await start()
  await iam.send(new PutGroupPolicyCommand({ ...readers, PolicyName: 'read', PolicyDocument: other }))
  const TemplateBody = template({ ...estate, Base: managedPolicy('base', allow('s3:GetObject')) })
  const { DeploymentMode: _mode, ...plain } = revert
  await createChangeSet(cloudformation, { ...plain, TemplateBody })
  await executeChangeSet(cloudformation, 'one', 'revert')
  const { PolicyDocument } = await iam.send(new GetGroupPolicyCommand({ ...readers, PolicyName: 'read' }))
  expect(decodeURIComponent(PolicyDocument ?? '')).toBe(other)
})

it('a second CREATE change set belongs to the stack in review that the first one made', async () => {
  const { cloudformation } = server.newAccount().clients()
  const create = (ChangeSetName: string) =>
    cloudformation.send(
      new CreateChangeSetCommand({
        StackName: 'one',
        ChangeSetName,
        ChangeSetType: 'CREATE',
        TemplateBody: template({ Group: group('a') }),
        Capabilities: ['CAPABILITY_NAMED_IAM'],
      }),
    )
  const [first, second] = [await create('a'), await create('b')]
  const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName: 'one' }))
  expect([second.StackId, Stacks?.[0]?.StackId]).toEqual([first.StackId, first.StackId])
  expect((await executeChangeSet(cloudformation, 'one', 'a')).StackStatus).toBe('CREATE_COMPLETE')
})
