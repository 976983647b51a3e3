import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  type IAMClient,
} from '@aws-sdk/client-iam'
import type { Credentials } from './credentials.js'

// Away from the names and paths of estates under test, which compare what they find under theirs.
const path = '/test-people/'

/** A user with one managed policy for each document, and its access key. */
export async function createUser(
  iam: IAMClient,
  userName: string,
  policyDocuments: readonly string[],
): Promise<Credentials> {
  await iam.send(new CreateUserCommand({ UserName: userName, Path: path }))
  for (const [index, document] of policyDocuments.entries())
    await attachPolicy(iam, userName, `test-people-${userName}-${index + 1}`, document)
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: userName }))
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' }
}

async function attachPolicy(iam: IAMClient, userName: string, policyName: string, document: string) {
  const made = await iam.send(
    new CreatePolicyCommand({ PolicyName: policyName, Path: path, PolicyDocument: document }),
  )
  await iam.send(new AttachUserPolicyCommand({ UserName: userName, PolicyArn: made.Policy?.Arn ?? '' }))
}

export async function addUserToGroup(iam: IAMClient, userName: string, groupName: string): Promise<void> {
  await iam.send(new AddUserToGroupCommand({ UserName: userName, GroupName: groupName }))
}
