import type { EstateNames } from '@sec/common/iam'
import type { IamApi } from '../ports.js'
import type { Obstacle } from './obstacle.js'
import { type PlannedRemoval, planRemovals, type Removal } from './plan-removals.js'

/** The calls that removing foreign policies takes. */
export type ForeignPolicyRemovals = Pick<
  IamApi,
  'deleteGroupPolicy' | 'deleteRolePolicy' | 'detachGroupPolicy' | 'detachRolePolicy'
>

export interface RemoveOptions {
  /** Told of every removal when it is done. */
  readonly onRemoved?: (removal: Removal) => void
}

export interface RemovedPolicies {
  readonly removed: readonly Removal[]
  /** What the tool does not touch: members, instance profiles, boundaries, attachments outside the estate. */
  readonly left: readonly Obstacle[]
}

/**
 * Detaches foreign policies from groups and roles of the estate and removes foreign inline policies from them.
 * Nobody is taken out of a group; no policy and no instance profile is deleted.
 *
 * @param estate - The groups and roles that a leaving policy may be detached from.
 * @throws ProvisionerError when a removal fails; the same call again goes on with the rest.
 */
export async function removeForeignPolicies(
  api: ForeignPolicyRemovals,
  obstacles: readonly Obstacle[],
  estate: Pick<EstateNames, 'groupNames' | 'roleNames'>,
  { onRemoved }: RemoveOptions = {},
): Promise<RemovedPolicies> {
  const plan: PlannedRemoval = planRemovals(obstacles, estate)
  for (const removal of plan.removals) {
    await remove(api, removal)
    onRemoved?.(removal)
  }
  return { removed: plan.removals, left: plan.left }
}

function remove(api: ForeignPolicyRemovals, removal: Removal): Promise<void> {
  const { kind, name } = removal.principal
  if (removal.kind === 'detach') {
    const detach = kind === 'group' ? api.detachGroupPolicy : api.detachRolePolicy
    return detach(name, removal.policyArn)
  }
  const drop = kind === 'group' ? api.deleteGroupPolicy : api.deleteRolePolicy
  return drop(name, removal.policyName)
}
