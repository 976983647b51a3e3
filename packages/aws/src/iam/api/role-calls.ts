import {
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListInstanceProfilesForRoleCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam'
import type { IamApi } from '../ports.js'
import { decodeDocument } from './decode-document.js'
import { describeRole } from './describe-role.js'
import type { IamCall } from './iam-call.js'
import { orUndefined } from './no-such-entity.js'
import { readPages } from './read-pages.js'

type RoleCalls = Pick<
  IamApi,
  | 'deleteRolePolicy'
  | 'detachRolePolicy'
  | 'getRole'
  | 'getRolePolicy'
  | 'listAttachedRolePolicies'
  | 'listInstanceProfilesForRole'
  | 'listRolePolicies'
>

/** What IAM does with roles. */
export function roleCalls(call: IamCall): RoleCalls {
  return {
    getRole: (RoleName) => orUndefined(getRole(call, RoleName)),
    listRolePolicies: (RoleName) => orUndefined(listRolePolicies(call, RoleName)),
    getRolePolicy: (RoleName, PolicyName) => orUndefined(getRolePolicy(call, RoleName, PolicyName)),
    listAttachedRolePolicies: (RoleName) => orUndefined(listAttachedRolePolicies(call, RoleName)),
    listInstanceProfilesForRole: (RoleName) => orUndefined(listInstanceProfiles(call, RoleName)),
    detachRolePolicy: async (RoleName, PolicyArn) => {
      const command = new DetachRolePolicyCommand({ RoleName, PolicyArn })
      await orUndefined(call('DetachRolePolicy', (client, abort) => client.send(command, abort)))
    },
    deleteRolePolicy: async (RoleName, PolicyName) => {
      const command = new DeleteRolePolicyCommand({ RoleName, PolicyName })
      await orUndefined(call('DeleteRolePolicy', (client, abort) => client.send(command, abort)))
    },
  }
}

async function getRole(call: IamCall, RoleName: string) {
  const command = new GetRoleCommand({ RoleName })
  const answer = await call('GetRole', (client, abort) => client.send(command, abort))
  return describeRole(RoleName, answer.Role)
}

async function listRolePolicies(call: IamCall, RoleName: string) {
  const pages = await readPages((Marker) =>
    call('ListRolePolicies', (client, abort) =>
      client.send(new ListRolePoliciesCommand({ RoleName, Marker }), abort),
    ),
  )
  return pages.flatMap((page) => page.PolicyNames ?? [])
}

async function getRolePolicy(call: IamCall, RoleName: string, PolicyName: string) {
  const command = new GetRolePolicyCommand({ RoleName, PolicyName })
  const answer = await call('GetRolePolicy', (client, abort) => client.send(command, abort))
  return { policyName: PolicyName, document: decodeDocument(answer.PolicyDocument ?? '') }
}

async function listAttachedRolePolicies(call: IamCall, RoleName: string) {
  const pages = await readPages((Marker) =>
    call('ListAttachedRolePolicies', (client, abort) =>
      client.send(new ListAttachedRolePoliciesCommand({ RoleName, Marker }), abort),
    ),
  )
  return pages.flatMap((page) => page.AttachedPolicies ?? []).map((policy) => policy.PolicyArn ?? '')
}

async function listInstanceProfiles(call: IamCall, RoleName: string) {
  const pages = await readPages((Marker) =>
    call('ListInstanceProfilesForRole', (client, abort) =>
      client.send(new ListInstanceProfilesForRoleCommand({ RoleName, Marker }), abort),
    ),
  )
  return pages.flatMap((page) => page.InstanceProfiles ?? []).map((each) => each.InstanceProfileName ?? '')
}
