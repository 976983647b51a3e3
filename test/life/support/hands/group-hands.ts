import {
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DetachGroupPolicyCommand,
  type IAMClient,
  PutGroupPolicyCommand,
} from '@aws-sdk/client-iam'
import type { ObservedGroup } from '@sec/common/iam'
import { differences } from './differences.js'
import { changeUser } from './user-hands.js'

export async function changeGroup(iam: IAMClient, was: ObservedGroup, is: ObservedGroup): Promise<void> {
  if (was.path !== is.path) return moveGroup(iam, was, is)
  const GroupName = was.groupName
  const inline = differences(was.inlinePolicies, is.inlinePolicies)
  for (const { policyName } of inline.gone)
    await iam.send(new DeleteGroupPolicyCommand({ GroupName, PolicyName: policyName }))
  for (const { policyName, document } of inline.come)
    await iam.send(
      new PutGroupPolicyCommand({
        GroupName,
        PolicyName: policyName,
        PolicyDocument: JSON.stringify(document),
      }),
    )
  const attached = differences(was.attachedPolicyArns, is.attachedPolicyArns)
  for (const PolicyArn of attached.gone)
    await iam.send(new DetachGroupPolicyCommand({ GroupName, PolicyArn }))
  for (const PolicyArn of attached.come)
    await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn }))
  for (const name of differences(was.memberNames, is.memberNames).come)
    await changeUser(iam, name, { group: GroupName })
}

/** The server has no UpdateGroup; what is there afterwards is the same. */
async function moveGroup(iam: IAMClient, was: ObservedGroup, is: ObservedGroup): Promise<void> {
  await deleteGroup(iam, was)
  await iam.send(new CreateGroupCommand({ GroupName: is.groupName, Path: is.path }))
  await changeGroup(iam, { ...bare(is), path: is.path }, is)
}

export async function deleteGroup(iam: IAMClient, was: ObservedGroup): Promise<void> {
  await changeGroup(iam, was, bare(was))
  await iam.send(new DeleteGroupCommand({ GroupName: was.groupName }))
}

function bare(group: ObservedGroup): ObservedGroup {
  return { ...group, inlinePolicies: [], attachedPolicyArns: [], memberNames: [] }
}
