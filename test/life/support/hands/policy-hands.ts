import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateGroupCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  DeletePolicyCommand,
  type IAMClient,
} from '@aws-sdk/client-iam'
import type { ObservedPolicy } from '@sec/common/iam'
import { differences } from './differences.js'
import { changeUser } from './user-hands.js'

export async function changePolicy(iam: IAMClient, was: ObservedPolicy, is: ObservedPolicy): Promise<void> {
  const PolicyArn = was.arn
  if (JSON.stringify(was.document) !== JSON.stringify(is.document))
    await iam.send(
      new CreatePolicyVersionCommand({
        PolicyArn,
        PolicyDocument: JSON.stringify(is.document),
        SetAsDefault: true,
      }),
    )
  for (const name of differences(was.attachedTo.users, is.attachedTo.users).come)
    await changeUser(iam, name, { policyArn: PolicyArn })
  for (const GroupName of differences(was.attachedTo.groups, is.attachedTo.groups).come) {
    await iam.send(new CreateGroupCommand({ GroupName }))
    await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn }))
  }
  for (const RoleName of differences(was.attachedTo.roles, is.attachedTo.roles).come) {
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }))
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))
  }
}

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
})

/** What it was attached to has lost it before: groups and roles are changed first. */
export async function deletePolicy(iam: IAMClient, { arn }: ObservedPolicy): Promise<void> {
  await iam.send(new DeletePolicyCommand({ PolicyArn: arn }))
}
