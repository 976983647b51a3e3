import { mapAtOnce } from '../map-at-once.js'
import type { IamApi } from '../ports.js'
import { foreignPolicies } from './foreign-policies.js'
import type { Leaving, LeavingGroup, LeavingRole, Obstacle } from './obstacle.js'
import { obstaclesOfPolicy, type PolicyObstacleReads } from './obstacles-of-policy.js'

type GroupObstacleReads = Pick<IamApi, 'getGroup' | 'listAttachedGroupPolicies' | 'listGroupPolicies'>
type RoleObstacleReads = Pick<
  IamApi,
  'listAttachedRolePolicies' | 'listInstanceProfilesForRole' | 'listRolePolicies'
>

/** The calls that looking for obstacles takes. */
export type ObstacleReads = GroupObstacleReads & RoleObstacleReads & PolicyObstacleReads

/**
 * What keeps groups, roles and policies from being deleted, or would be lost with them: groups first, then roles,
 * then policies. What is gone already is no obstacle.
 *
 * @throws ProvisionerError when one of them could not be looked at.
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html | DeleteRole}
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html | DeleteGroup}
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html | DeletePolicy}
 */
export async function findObstacles(api: ObstacleReads, leaving: Leaving): Promise<readonly Obstacle[]> {
  const looks = [
    ...leaving.groups.map((group) => () => obstaclesOfGroup(api, group)),
    ...leaving.roles.map((role) => () => obstaclesOfRole(api, role)),
    ...leaving.policies.map((policy) => () => obstaclesOfPolicy(api, policy, leaving)),
  ]
  return (await mapAtOnce(looks, (look) => look())).flat()
}

async function obstaclesOfGroup(api: GroupObstacleReads, group: LeavingGroup): Promise<readonly Obstacle[]> {
  const { groupName } = group
  const found = await api.getGroup(groupName)
  if (found === undefined) return []
  const attached = await api.listAttachedGroupPolicies(groupName)
  const inline = await api.listGroupPolicies(groupName)
  const foreign = foreignPolicies({ kind: 'group', name: groupName }, group, attached, inline)
  const userNames = found.memberNames
  return userNames.length > 0 ? [{ kind: 'members', groupName, userNames }, ...foreign] : foreign
}

async function obstaclesOfRole(api: RoleObstacleReads, role: LeavingRole): Promise<readonly Obstacle[]> {
  const { roleName } = role
  const attached = await api.listAttachedRolePolicies(roleName)
  if (attached === undefined) return []
  const inline = await api.listRolePolicies(roleName)
  const profileNames = (await api.listInstanceProfilesForRole(roleName)) ?? []
  const foreign = foreignPolicies({ kind: 'role', name: roleName }, role, attached, inline)
  return profileNames.length > 0
    ? [...foreign, { kind: 'instance-profile', roleName, profileNames }]
    : foreign
}
