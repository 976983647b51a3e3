import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListEntitiesForPolicyCommand,
  ListPolicyVersionsCommand,
} from '@aws-sdk/client-iam'
import type { IamApi, PolicyUsage } from '../ports.js'
import { decodeDocument } from './decode-document.js'
import type { IamCall } from './iam-call.js'
import { orUndefined } from './no-such-entity.js'
import { readPages } from './read-pages.js'

type PolicyCalls = Pick<
  IamApi,
  'getPolicy' | 'getPolicyVersion' | 'listEntitiesForPolicy' | 'listPolicyVersions'
>

/** What IAM tells of managed policies. */
export function policyCalls(call: IamCall): PolicyCalls {
  return {
    getPolicy: (arn) => orUndefined(getPolicy(call, arn)),
    getPolicyVersion: (arn, versionId) => orUndefined(getPolicyVersion(call, arn, versionId)),
    listPolicyVersions: (arn) => orUndefined(listPolicyVersions(call, arn)),
    listEntitiesForPolicy: (arn, usage) => orUndefined(listEntities(call, arn, usage)),
  }
}

async function getPolicy(call: IamCall, arn: string) {
  const command = new GetPolicyCommand({ PolicyArn: arn })
  const { Policy } = await call('GetPolicy', (client, abort) => client.send(command, abort))
  return {
    policyName: Policy?.PolicyName ?? '',
    arn,
    path: Policy?.Path ?? '/',
    description: Policy?.Description ?? '',
    defaultVersionId: Policy?.DefaultVersionId ?? '',
  }
}

async function getPolicyVersion(call: IamCall, arn: string, versionId: string) {
  const command = new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: versionId })
  const { PolicyVersion } = await call('GetPolicyVersion', (client, abort) => client.send(command, abort))
  return { versionId, document: decodeDocument(PolicyVersion?.Document ?? '') }
}

async function listPolicyVersions(call: IamCall, PolicyArn: string) {
  const pages = await readPages((Marker) =>
    call('ListPolicyVersions', (client, abort) =>
      client.send(new ListPolicyVersionsCommand({ PolicyArn, Marker }), abort),
    ),
  )
  return pages.flatMap((page) => page.Versions ?? []).map((version) => version.VersionId ?? '')
}

async function listEntities(call: IamCall, PolicyArn: string, PolicyUsageFilter: PolicyUsage) {
  const pages = await readPages((Marker) =>
    call('ListEntitiesForPolicy', (client, abort) =>
      client.send(new ListEntitiesForPolicyCommand({ PolicyArn, PolicyUsageFilter, Marker }), abort),
    ),
  )
  return {
    groups: pages.flatMap((page) => page.PolicyGroups ?? []).map((group) => group.GroupName ?? ''),
    roles: pages.flatMap((page) => page.PolicyRoles ?? []).map((role) => role.RoleName ?? ''),
    users: pages.flatMap((page) => page.PolicyUsers ?? []).map((user) => user.UserName ?? ''),
  }
}
