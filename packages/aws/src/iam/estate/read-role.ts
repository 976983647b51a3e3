import type { ObservedRole } from '@sec/common/iam'
import type { IamApi, RoleDescription } from '../ports.js'
import { readInlinePolicies } from './read-inline-policies.js'
import { splitTags } from './split-tags.js'

/** The calls that reading a role takes. */
export type RoleReads = Pick<
  IamApi,
  'getRole' | 'getRolePolicy' | 'listAttachedRolePolicies' | 'listRolePolicies'
>

/** Everything about a role; undefined where there is none, also when it goes while it is read. */
export async function readRole(api: RoleReads, roleName: string): Promise<ObservedRole | undefined> {
  const role = await api.getRole(roleName)
  if (role === undefined) return undefined
  const attachedPolicyArns = await api.listAttachedRolePolicies(roleName)
  const inlineNames = await api.listRolePolicies(roleName)
  if (attachedPolicyArns === undefined || inlineNames === undefined) return undefined
  const inlinePolicies = await readInlinePolicies(inlineNames, (name) => api.getRolePolicy(roleName, name))
  return { ...withoutPolicies(role), attachedPolicyArns, inlinePolicies }
}

function withoutPolicies(role: RoleDescription): Omit<ObservedRole, 'attachedPolicyArns' | 'inlinePolicies'> {
  return { ...role, ...splitTags(role.tags) }
}
