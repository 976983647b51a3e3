import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  type IAMClient,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'

/** A policy document whose text has everything that URL-encoding touches. */
export const documentOf = (action: string) => ({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'One', Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::a+b/${aws:username}/ä %2F' },
  ],
})
export const trustPolicy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}
export const readOnlyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

/** A group, a role and a policy made by hand: `edge-group`, `edge-role`, `edge-policy`. */
export async function makeEstate(iam: IAMClient, accountId: string) {
  const policyArn = `arn:aws:iam::${accountId}:policy/edge-policy`
  await makePolicy(iam, policyArn)
  await makeGroup(iam, policyArn)
  await makeRole(iam, policyArn)
  return { groupNames: ['edge-group'], roleNames: ['edge-role'], policyArns: [policyArn] }
}

async function makePolicy(iam: IAMClient, policyArn: string) {
  const PolicyDocument = JSON.stringify(documentOf('s3:GetObject'))
  await iam.send(
    new CreatePolicyCommand({ PolicyName: 'edge-policy', Description: 'Made by hand.', PolicyDocument }),
  )
  const second = JSON.stringify(documentOf('s3:PutObject'))
  await iam.send(
    new CreatePolicyVersionCommand({ PolicyArn: policyArn, PolicyDocument: second, SetAsDefault: true }),
  )
}

async function makeGroup(iam: IAMClient, policyArn: string) {
  const GroupName = 'edge-group'
  await iam.send(new CreateGroupCommand({ GroupName }))
  await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: policyArn }))
  const inline = { PolicyName: 'own', PolicyDocument: JSON.stringify(documentOf('s3:ListBucket')) }
  await iam.send(new PutGroupPolicyCommand({ GroupName, ...inline }))
  await addMember(iam, GroupName, 'ann')
}

async function makeRole(iam: IAMClient, policyArn: string) {
  const RoleName = 'edge-role'
  await iam.send(
    new CreateRoleCommand({
      RoleName,
      Path: '/team/',
      Description: 'A role & more.',
      AssumeRolePolicyDocument: JSON.stringify(trustPolicy),
      MaxSessionDuration: 7_200,
      PermissionsBoundary: policyArn,
      Tags: [{ Key: 'estate', Value: 'edge' }],
    }),
  )
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: readOnlyArn }))
  const inline = { PolicyName: 'own', PolicyDocument: JSON.stringify(documentOf('s3:GetObject')) }
  await iam.send(new PutRolePolicyCommand({ RoleName, ...inline }))
}

/** A new user in a group. */
export async function addMember(iam: IAMClient, GroupName: string, UserName: string) {
  await iam.send(new CreateUserCommand({ UserName }))
  await iam.send(new AddUserToGroupCommand({ GroupName, UserName }))
}
