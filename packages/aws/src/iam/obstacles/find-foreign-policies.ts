import { mapAtOnce } from '../map-at-once.js'
import type { IamApi } from '../ports.js'
import { foreignPolicies } from './foreign-policies.js'
import type { ForeignPolicy, Leaving, LeavingGroup, LeavingRole } from './obstacle.js'

type GroupReads = Pick<IamApi, 'listAttachedGroupPolicies' | 'listGroupPolicies'>
type RoleReads = Pick<IamApi, 'listAttachedRolePolicies' | 'listRolePolicies'>

/** The calls that looking for foreign policies takes. */
export type ForeignPolicyReads = GroupReads & RoleReads

/**
 * Attached and inline policies that somebody gave to groups and roles beside those of the template: CloudFormation
 * neither sees them nor takes them away. What is gone has none.
 *
 * @throws ProvisionerError when one of them could not be looked at.
 */
export async function findForeignPolicies(
  api: ForeignPolicyReads,
  { groups, roles }: Pick<Leaving, 'groups' | 'roles'>,
): Promise<readonly ForeignPolicy[]> {
  const looks = [
    ...groups.map((group) => () => foreignPoliciesOfGroup(api, group)),
    ...roles.map((role) => async () => (await foreignPoliciesOfRole(api, role)) ?? []),
  ]
  return (await mapAtOnce(looks, (look) => look())).flat()
}

export async function foreignPoliciesOfGroup(
  api: GroupReads,
  group: LeavingGroup,
): Promise<readonly ForeignPolicy[]> {
  const { groupName } = group
  const attached = await api.listAttachedGroupPolicies(groupName)
  if (attached === undefined) return []
  const inline = await api.listGroupPolicies(groupName)
  return foreignPolicies({ kind: 'group', name: groupName }, group, attached, inline)
}

/** @returns Undefined where there is no such role. */
export async function foreignPoliciesOfRole(
  api: RoleReads,
  role: LeavingRole,
): Promise<readonly ForeignPolicy[] | undefined> {
  const { roleName } = role
  const attached = await api.listAttachedRolePolicies(roleName)
  if (attached === undefined) return undefined
  const inline = await api.listRolePolicies(roleName)
  return foreignPolicies({ kind: 'role', name: roleName }, role, attached, inline)
}
