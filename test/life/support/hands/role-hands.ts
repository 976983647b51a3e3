import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  type IAMClient,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam'
import type { ObservedRole } from '@sec/common/iam'
import { differences } from './differences.js'

export async function changeRole(iam: IAMClient, was: ObservedRole, is: ObservedRole): Promise<void> {
  if (was.path !== is.path) return remakeRole(iam, was, is)
  await changeValues(iam, was, is)
  await changeBoundary(iam, was, is)
  await changePolicies(iam, was, is)
  await changeTags(iam, was, is)
}

async function changeValues(iam: IAMClient, was: ObservedRole, is: ObservedRole): Promise<void> {
  const RoleName = was.roleName
  if (was.description !== is.description || was.maxSessionSeconds !== is.maxSessionSeconds)
    await iam.send(
      new UpdateRoleCommand({
        RoleName,
        Description: is.description,
        MaxSessionDuration: is.maxSessionSeconds,
      }),
    )
  if (JSON.stringify(was.trustPolicy) !== JSON.stringify(is.trustPolicy))
    await iam.send(
      new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: JSON.stringify(is.trustPolicy) }),
    )
}

async function changeBoundary(iam: IAMClient, was: ObservedRole, is: ObservedRole): Promise<void> {
  if (was.permissionsBoundary === is.permissionsBoundary) return
  const RoleName = was.roleName
  if (is.permissionsBoundary === undefined)
    await iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }))
  else
    await iam.send(
      new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: is.permissionsBoundary }),
    )
}

async function changePolicies(iam: IAMClient, was: ObservedRole, is: ObservedRole): Promise<void> {
  const RoleName = was.roleName
  const inline = differences(was.inlinePolicies, is.inlinePolicies)
  for (const { policyName } of inline.gone)
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: policyName }))
  for (const { policyName, document } of inline.come)
    await iam.send(
      new PutRolePolicyCommand({
        RoleName,
        PolicyName: policyName,
        PolicyDocument: JSON.stringify(document),
      }),
    )
  const attached = differences(was.attachedPolicyArns, is.attachedPolicyArns)
  for (const PolicyArn of attached.gone) await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }))
  for (const PolicyArn of attached.come) await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))
}

async function changeTags(iam: IAMClient, was: ObservedRole, is: ObservedRole): Promise<void> {
  const RoleName = was.roleName
  const gone = Object.keys(was.tags).filter((key) => !Object.hasOwn(is.tags, key))
  const come = differences(Object.entries(was.tags), Object.entries(is.tags)).come
  if (gone.length > 0) await iam.send(new UntagRoleCommand({ RoleName, TagKeys: gone }))
  if (come.length > 0)
    await iam.send(new TagRoleCommand({ RoleName, Tags: come.map(([Key, Value]) => ({ Key, Value })) }))
}

/** A role cannot move: somebody deletes it and makes it anew. */
async function remakeRole(iam: IAMClient, was: ObservedRole, is: ObservedRole): Promise<void> {
  await deleteRole(iam, was)
  await iam.send(
    new CreateRoleCommand({
      RoleName: is.roleName,
      Path: is.path,
      AssumeRolePolicyDocument: JSON.stringify(is.trustPolicy),
      Description: is.description,
      MaxSessionDuration: is.maxSessionSeconds,
    }),
  )
  const { permissionsBoundary: _none, ...made } = is
  await changeRole(iam, { ...made, inlinePolicies: [], attachedPolicyArns: [], tags: {} }, is)
}

export async function deleteRole(iam: IAMClient, was: ObservedRole): Promise<void> {
  await changePolicies(iam, was, { ...was, inlinePolicies: [], attachedPolicyArns: [] })
  await iam.send(new DeleteRoleCommand({ RoleName: was.roleName }))
}
