import {
  AddRoleToInstanceProfileCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  CreateUserCommand,
  type IAMClient,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { documentOf, readOnlyArn, trustPolicy } from './make-estate.js'

export const billingArn = 'arn:aws:iam::aws:policy/job-function/Billing'
const inline = { PolicyName: 'by-hand', PolicyDocument: JSON.stringify(documentOf('s3:GetObject')) }

/** Everything that somebody may put on the estate of `makeEstate` behind the template's back. */
export async function addForeignThings(iam: IAMClient, policyArn: string): Promise<void> {
  await addToGroup(iam)
  await addToRole(iam)
  await usePolicyElsewhere(iam, policyArn)
}

async function addToGroup(iam: IAMClient) {
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'edge-group', PolicyArn: readOnlyArn }))
  await iam.send(new PutGroupPolicyCommand({ GroupName: 'edge-group', ...inline }))
}

async function addToRole(iam: IAMClient) {
  const RoleName = 'edge-role'
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: billingArn }))
  await iam.send(new PutRolePolicyCommand({ RoleName, ...inline }))
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'machines' }))
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'machines', RoleName }))
}

/** On another group, role and user; and as the boundary of another role. */
async function usePolicyElsewhere(iam: IAMClient, PolicyArn: string) {
  await iam.send(new CreateGroupCommand({ GroupName: 'other-group' }))
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'other-group', PolicyArn }))
  const AssumeRolePolicyDocument = JSON.stringify(trustPolicy)
  await iam.send(
    new CreateRoleCommand({ RoleName: 'bounded', AssumeRolePolicyDocument, PermissionsBoundary: PolicyArn }),
  )
  await iam.send(new CreateRoleCommand({ RoleName: 'other-role', AssumeRolePolicyDocument }))
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'other-role', PolicyArn }))
  await iam.send(new CreateUserCommand({ UserName: 'ben' }))
  await iam.send(new AttachUserPolicyCommand({ UserName: 'ben', PolicyArn }))
}
