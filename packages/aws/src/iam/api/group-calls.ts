import {
  DeleteGroupPolicyCommand,
  DetachGroupPolicyCommand,
  GetGroupCommand,
  GetGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  ListGroupPoliciesCommand,
} from '@aws-sdk/client-iam'
import type { IamApi } from '../ports.js'
import { decodeDocument } from './decode-document.js'
import type { IamCall } from './iam-call.js'
import { orUndefined } from './no-such-entity.js'
import { readPages } from './read-pages.js'

type GroupCalls = Pick<
  IamApi,
  | 'deleteGroupPolicy'
  | 'detachGroupPolicy'
  | 'getGroup'
  | 'getGroupPolicy'
  | 'listAttachedGroupPolicies'
  | 'listGroupPolicies'
>

/** What IAM does with groups. */
export function groupCalls(call: IamCall): GroupCalls {
  return {
    getGroup: (GroupName) => orUndefined(getGroup(call, GroupName)),
    listGroupPolicies: (GroupName) => orUndefined(listGroupPolicies(call, GroupName)),
    getGroupPolicy: (GroupName, PolicyName) => orUndefined(getGroupPolicy(call, GroupName, PolicyName)),
    listAttachedGroupPolicies: (GroupName) => orUndefined(listAttachedGroupPolicies(call, GroupName)),
    detachGroupPolicy: async (GroupName, PolicyArn) => {
      const command = new DetachGroupPolicyCommand({ GroupName, PolicyArn })
      await orUndefined(call('DetachGroupPolicy', (client, abort) => client.send(command, abort)))
    },
    deleteGroupPolicy: async (GroupName, PolicyName) => {
      const command = new DeleteGroupPolicyCommand({ GroupName, PolicyName })
      await orUndefined(call('DeleteGroupPolicy', (client, abort) => client.send(command, abort)))
    },
  }
}

async function getGroup(call: IamCall, GroupName: string) {
  const pages = await readPages((Marker) =>
    call('GetGroup', (client, abort) => client.send(new GetGroupCommand({ GroupName, Marker }), abort)),
  )
  const group = pages[0]?.Group
  const users = pages.flatMap((page) => page.Users ?? [])
  return {
    groupName: group?.GroupName ?? GroupName,
    path: group?.Path ?? '/',
    memberNames: users.map((user) => user.UserName ?? ''),
  }
}

async function listGroupPolicies(call: IamCall, GroupName: string) {
  const pages = await readPages((Marker) =>
    call('ListGroupPolicies', (client, abort) =>
      client.send(new ListGroupPoliciesCommand({ GroupName, Marker }), abort),
    ),
  )
  return pages.flatMap((page) => page.PolicyNames ?? [])
}

async function getGroupPolicy(call: IamCall, GroupName: string, PolicyName: string) {
  const command = new GetGroupPolicyCommand({ GroupName, PolicyName })
  const answer = await call('GetGroupPolicy', (client, abort) => client.send(command, abort))
  return { policyName: PolicyName, document: decodeDocument(answer.PolicyDocument ?? '') }
}

async function listAttachedGroupPolicies(call: IamCall, GroupName: string) {
  const pages = await readPages((Marker) =>
    call('ListAttachedGroupPolicies', (client, abort) =>
      client.send(new ListAttachedGroupPoliciesCommand({ GroupName, Marker }), abort),
    ),
  )
  return pages.flatMap((page) => page.AttachedPolicies ?? []).map((policy) => policy.PolicyArn ?? '')
}
