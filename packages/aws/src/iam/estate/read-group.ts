import type { ObservedGroup } from '@sec/common/iam'
import type { IamApi } from '../ports.js'
import { readInlinePolicies } from './read-inline-policies.js'

/** The calls that reading a group takes. */
export type GroupReads = Pick<
  IamApi,
  'getGroup' | 'getGroupPolicy' | 'listAttachedGroupPolicies' | 'listGroupPolicies'
>

/** Everything about a group; undefined where there is none, also when it goes while it is read. */
export async function readGroup(api: GroupReads, groupName: string): Promise<ObservedGroup | undefined> {
  const group = await api.getGroup(groupName)
  if (group === undefined) return undefined
  const attachedPolicyArns = await api.listAttachedGroupPolicies(groupName)
  const inlineNames = await api.listGroupPolicies(groupName)
  if (attachedPolicyArns === undefined || inlineNames === undefined) return undefined
  const inlinePolicies = await readInlinePolicies(inlineNames, (name) => api.getGroupPolicy(groupName, name))
  return { ...group, attachedPolicyArns, inlinePolicies }
}
