import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateUserCommand,
  type IAMClient,
} from '@aws-sdk/client-iam'

/** Makes a user, and puts it into a group or gives it a policy. */
export async function changeUser(
  iam: IAMClient,
  UserName: string,
  { group, policyArn }: { readonly group?: string; readonly policyArn?: string },
): Promise<void> {
  await iam.send(new CreateUserCommand({ UserName }))
  if (group !== undefined) await iam.send(new AddUserToGroupCommand({ UserName, GroupName: group }))
  if (policyArn !== undefined) await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: policyArn }))
}
