import { mapAtOnce } from '../map-at-once.js'
import type { IamApi } from '../ports.js'
import {
  type ForeignPolicyReads,
  foreignPoliciesOfGroup,
  foreignPoliciesOfRole,
} from './find-foreign-policies.js'
import type { Leaving, LeavingGroup, LeavingRole, Obstacle } from './obstacle.js'
import { obstaclesOfPolicy, type PolicyObstacleReads } from './obstacles-of-policy.js'

/** The calls that looking for obstacles takes. */
export type ObstacleReads = ForeignPolicyReads &
  PolicyObstacleReads &
  Pick<IamApi, 'getGroup' | 'listInstanceProfilesForRole'>

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

async function obstaclesOfGroup(api: ObstacleReads, group: LeavingGroup): Promise<readonly Obstacle[]> {
  const { groupName } = group
  const found = await api.getGroup(groupName)
  if (found === undefined) return []
  const foreign = await foreignPoliciesOfGroup(api, group)
  const userNames = found.memberNames
  return userNames.length > 0 ? [{ kind: 'members', groupName, userNames }, ...foreign] : foreign
}

async function obstaclesOfRole(api: ObstacleReads, role: LeavingRole): Promise<readonly Obstacle[]> {
  const { roleName } = role
  const foreign = await foreignPoliciesOfRole(api, role)
  if (foreign === undefined) return []
  const profileNames = (await api.listInstanceProfilesForRole(roleName)) ?? []
  return profileNames.length > 0
    ? [...foreign, { kind: 'instance-profile', roleName, profileNames }]
    : foreign
}
