import type { IamApi } from '../ports.js'
import type { Leaving, LeavingPolicy, Obstacle } from './obstacle.js'
import { without } from './without.js'

export type PolicyObstacleReads = Pick<IamApi, 'listEntitiesForPolicy'>

/** What else a policy that goes is attached to, or bounds. */
export async function obstaclesOfPolicy(
  api: PolicyObstacleReads,
  policy: LeavingPolicy,
  leaving: Leaving,
): Promise<readonly Obstacle[]> {
  const attachments = await foreignAttachments(api, policy, leaving)
  return attachments === undefined ? [] : [...attachments, ...(await foreignBoundaries(api, policy))]
}

/** On a group or role that goes too, a foreign attachment is found there already. */
async function foreignAttachments(
  api: PolicyObstacleReads,
  { arn, ownGroupNames, ownRoleNames }: LeavingPolicy,
  { groups, roles }: Leaving,
): Promise<readonly Obstacle[] | undefined> {
  const entities = await api.listEntitiesForPolicy(arn, 'PermissionsPolicy')
  if (entities === undefined) return undefined
  const leavingGroups = groups.map(({ groupName }) => groupName)
  const leavingRoles = roles.map(({ roleName }) => roleName)
  const groupNames = without(entities.groups, ownGroupNames, leavingGroups)
  const roleNames = without(entities.roles, ownRoleNames, leavingRoles)
  const userNames = entities.users
  if (groupNames.length + roleNames.length + userNames.length === 0) return []
  return [{ kind: 'foreign-attachment-of-policy', policyArn: arn, groupNames, roleNames, userNames }]
}

/** Also on a role that goes: nothing makes CloudFormation delete that role before the policy. */
async function foreignBoundaries(
  api: PolicyObstacleReads,
  { arn, ownRoleNames }: LeavingPolicy,
): Promise<readonly Obstacle[]> {
  const entities = await api.listEntitiesForPolicy(arn, 'PermissionsBoundary')
  const roleNames = without(entities?.roles ?? [], ownRoleNames)
  const userNames = entities?.users ?? []
  if (roleNames.length + userNames.length === 0) return []
  return [{ kind: 'foreign-boundary', policyArn: arn, roleNames, userNames }]
}
