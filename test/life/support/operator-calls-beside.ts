import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  SetStackPolicyCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation'
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  GetGroupCommand,
  GetRoleCommand,
  PutGroupPolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import {
  DeleteParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
} from '@aws-sdk/client-ssm'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import type { Clients } from '@sec/test-server'
import { anyPolicy } from './by-hand.js'

/** An estate, and its clients as the operator has them. */
export interface Place extends Clients {
  readonly accountId: string
  readonly prefix: string
  readonly stem: string
  readonly bucket: string
  readonly otherBucket: string
}

/** One call of an operator, by what it would do. */
export type OperatorCall = readonly [what: string, call: (place: Place) => Promise<unknown>]

const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess'
const inline = { PolicyName: 'more', PolicyDocument: anyPolicy }
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
})
const stack = (name: string) => ({ StackName: name, TemplateBody: '{"Resources":{}}' })

/** The role with a boundary, that without one, a group and a policy of the estate. */
const glue = ({ prefix }: Place) => `${prefix}-role-glue-etl`
const lambda = ({ prefix }: Place) => `${prefix}-role-lambda-execution`
const scientists = ({ prefix }: Place) => `${prefix}-group-data-scientists`
const policyArn = ({ accountId }: Place, name: string) => `arn:aws:iam::${accountId}:policy/${name}`
const key = ({ bucket, stem }: Place, name = 'a.yaml') => ({
  Bucket: bucket,
  Key: `sec-provisioner/${stem}/${name}`,
})

/** What belongs to the estate: it shows that the refusals below are not for want of everything. */
export const callsWithin: readonly OperatorCall[] = [
  [
    'looks at its stack',
    (p) => p.cloudformation.send(new DescribeStacksCommand({ StackName: `${p.stem}-stack` })),
  ],
  ['looks at a role', (p) => p.iam.send(new GetRoleCommand({ RoleName: glue(p) }))],
  [
    'attaches a policy of AWS to the role that has it in the config',
    (p) =>
      p.iam.send(
        new AttachRolePolicyCommand({
          RoleName: glue(p),
          PolicyArn: 'arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess',
        }),
      ),
  ],
  [
    'changes a policy',
    (p) =>
      p.iam.send(
        new CreatePolicyVersionCommand({
          PolicyArn: policyArn(p, `${p.prefix}-policy-role-glue-etl`),
          PolicyDocument: anyPolicy,
        }),
      ),
  ],
  [
    'writes a parameter',
    (p) => p.ssm.send(new PutParameterCommand({ Name: `/security/${p.stem}/A`, Value: 'x', Type: 'String' })),
  ],
  ['uploads a template', (p) => p.s3.send(new PutObjectCommand({ ...key(p), Body: 'x' }))],
  [
    'lists the uploaded templates',
    (p) => p.s3.send(new ListObjectsV2Command({ Bucket: p.bucket, Prefix: `sec-provisioner/${p.stem}/` })),
  ],
]

const stackCalls: readonly OperatorCall[] = [
  ['look at another stack', (p) => p.cloudformation.send(new DescribeStacksCommand({ StackName: 'other' }))],
  [
    'look at a stack of the same company',
    (p) =>
      p.cloudformation.send(
        new GetTemplateCommand({ StackName: p.stem.replace('x001', 'x002').concat('-stack') }),
      ),
  ],
  [
    'look at a stack whose name only begins like its own',
    (p) => p.cloudformation.send(new DescribeStacksCommand({ StackName: `${p.stem}-stack-more` })),
  ],
  ['delete another stack', (p) => p.cloudformation.send(new DeleteStackCommand({ StackName: 'other' }))],
  [
    'make a change set of another stack',
    (p) =>
      p.cloudformation.send(
        new CreateChangeSetCommand({ ...stack('other'), ChangeSetName: 'a', ChangeSetType: 'CREATE' }),
      ),
  ],
  ['create another stack', (p) => p.cloudformation.send(new CreateStackCommand(stack('other')))],
  [
    'create its stack without a change set',
    (p) => p.cloudformation.send(new CreateStackCommand(stack(`${p.stem}-stack`))),
  ],
  [
    'change its stack without a change set',
    (p) => p.cloudformation.send(new UpdateStackCommand(stack(`${p.stem}-stack`))),
  ],
  [
    'set a stack policy',
    (p) =>
      p.cloudformation.send(
        new SetStackPolicyCommand({ StackName: `${p.stem}-stack`, StackPolicyBody: '{}' }),
      ),
  ],
]

const roleCalls: readonly OperatorCall[] = [
  ['look at another role', (p) => p.iam.send(new GetRoleCommand({ RoleName: 'other' }))],
  [
    'create a role of another name',
    (p) => p.iam.send(new CreateRoleCommand({ RoleName: 'other', AssumeRolePolicyDocument: trust })),
  ],
  [
    'create a role of its prefix that is not in the config',
    (p) =>
      p.iam.send(
        new CreateRoleCommand({ RoleName: `${p.prefix}-role-more`, AssumeRolePolicyDocument: trust }),
      ),
  ],
  [
    'create a role without the boundary that it has in the config',
    (p) => p.iam.send(new CreateRoleCommand({ RoleName: glue(p), AssumeRolePolicyDocument: trust })),
  ],
  [
    'create a role with another boundary than in the config',
    (p) =>
      p.iam.send(
        new CreateRoleCommand({
          RoleName: glue(p),
          AssumeRolePolicyDocument: trust,
          PermissionsBoundary: administrator,
        }),
      ),
  ],
  ['delete another role', (p) => p.iam.send(new DeleteRoleCommand({ RoleName: 'other' }))],
  [
    'let others assume another role',
    (p) => p.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'other', PolicyDocument: trust })),
  ],
  [
    'make an administrator of a role of the estate',
    (p) => p.iam.send(new AttachRolePolicyCommand({ RoleName: glue(p), PolicyArn: administrator })),
  ],
  [
    'attach a policy of the estate to another role',
    (p) =>
      p.iam.send(
        new AttachRolePolicyCommand({
          RoleName: 'other',
          PolicyArn: policyArn(p, `${p.prefix}-policy-role-glue-etl`),
        }),
      ),
  ],
  [
    'give a role of the estate an inline policy, where the config has none',
    (p) => p.iam.send(new PutRolePolicyCommand({ RoleName: glue(p), ...inline })),
  ],
  [
    'give a role another boundary than in the config',
    (p) =>
      p.iam.send(
        new PutRolePermissionsBoundaryCommand({ RoleName: glue(p), PermissionsBoundary: administrator }),
      ),
  ],
  [
    'take the boundary off',
    (p) => p.iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: glue(p) })),
  ],
  [
    'assume a role of the estate',
    (p) =>
      p.sts.send(
        new AssumeRoleCommand({
          RoleArn: `arn:aws:iam::${p.accountId}:role/${lambda(p)}`,
          RoleSessionName: 'a',
        }),
      ),
  ],
]

const groupAndPolicyCalls: readonly OperatorCall[] = [
  ['look at another group', (p) => p.iam.send(new GetGroupCommand({ GroupName: 'other' }))],
  ['create a group of another name', (p) => p.iam.send(new CreateGroupCommand({ GroupName: 'other' }))],
  [
    'create a group of its prefix that is not in the config',
    (p) => p.iam.send(new CreateGroupCommand({ GroupName: `${p.prefix}-group-more` })),
  ],
  ['delete another group', (p) => p.iam.send(new DeleteGroupCommand({ GroupName: 'other' }))],
  [
    'make administrators of a group of the estate',
    (p) => p.iam.send(new AttachGroupPolicyCommand({ GroupName: scientists(p), PolicyArn: administrator })),
  ],
  [
    'give a group of the estate an inline policy, where the config has none',
    (p) => p.iam.send(new PutGroupPolicyCommand({ GroupName: scientists(p), ...inline })),
  ],
  [
    'create a policy of another name',
    (p) => p.iam.send(new CreatePolicyCommand({ PolicyName: 'other', PolicyDocument: anyPolicy })),
  ],
  [
    'create a policy of its prefix that is not in the config',
    (p) =>
      p.iam.send(
        new CreatePolicyCommand({ PolicyName: `${p.prefix}-policy-more`, PolicyDocument: anyPolicy }),
      ),
  ],
  [
    'change another policy',
    (p) =>
      p.iam.send(
        new CreatePolicyVersionCommand({ PolicyArn: policyArn(p, 'other'), PolicyDocument: anyPolicy }),
      ),
  ],
  [
    'change the boundary',
    (p) =>
      p.iam.send(
        new CreatePolicyVersionCommand({
          PolicyArn: policyArn(p, 'company-boundary'),
          PolicyDocument: anyPolicy,
        }),
      ),
  ],
]

/** `operator` is the operator's own name. */
const userCalls: readonly OperatorCall[] = [
  ['create a user', (p) => p.iam.send(new CreateUserCommand({ UserName: 'more' }))],
  ['make a key of somebody', (p) => p.iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }))],
  [
    'put somebody into a group of the estate',
    (p) => p.iam.send(new AddUserToGroupCommand({ GroupName: scientists(p), UserName: 'ann' })),
  ],
  [
    'make an administrator of somebody',
    (p) => p.iam.send(new AttachUserPolicyCommand({ UserName: 'ann', PolicyArn: administrator })),
  ],
  [
    'give somebody an inline policy',
    (p) => p.iam.send(new PutUserPolicyCommand({ UserName: 'ann', ...inline })),
  ],
]

const storeCalls: readonly OperatorCall[] = [
  [
    'read a parameter of another estate',
    (p) => p.ssm.send(new GetParameterCommand({ Name: '/security/other-stem/A' })),
  ],
  [
    'write a parameter of another estate',
    (p) =>
      p.ssm.send(new PutParameterCommand({ Name: '/security/other-stem/A', Value: 'x', Type: 'String' })),
  ],
  [
    'write a parameter outside of every estate',
    (p) => p.ssm.send(new PutParameterCommand({ Name: '/A', Value: 'x', Type: 'String' })),
  ],
  [
    'delete a parameter of another estate together with its own',
    (p) =>
      p.ssm.send(new DeleteParametersCommand({ Names: [`/security/${p.stem}/A`, '/security/other-stem/A'] })),
  ],
  [
    'read the parameters of every estate',
    (p) => p.ssm.send(new GetParametersByPathCommand({ Path: '/security', Recursive: true })),
  ],
  [
    'write under another key of the bucket',
    (p) => p.s3.send(new PutObjectCommand({ Bucket: p.bucket, Key: 'data', Body: 'x' })),
  ],
  [
    'read a template of another estate',
    (p) => p.s3.send(new GetObjectCommand({ Bucket: p.bucket, Key: 'sec-provisioner/other-stem/a.yaml' })),
  ],
  [
    'delete under another key of the bucket',
    (p) => p.s3.send(new DeleteObjectCommand({ Bucket: p.bucket, Key: 'data' })),
  ],
  ['list the whole bucket', (p) => p.s3.send(new ListObjectsV2Command({ Bucket: p.bucket }))],
  [
    'write into another bucket',
    (p) => p.s3.send(new PutObjectCommand({ ...key(p), Bucket: p.otherBucket, Body: 'x' })),
  ],
  [
    'list another bucket',
    (p) =>
      p.s3.send(new ListObjectsV2Command({ Bucket: p.otherBucket, Prefix: `sec-provisioner/${p.stem}/` })),
  ],
]

/** What lies beside the estate. */
export const callsBeside: readonly OperatorCall[] = [
  ...stackCalls,
  ...roleCalls,
  ...groupAndPolicyCalls,
  ...userCalls,
  ...storeCalls,
]
