import type { EstateNames } from '@sec/common/iam'
import type { Obstacle, PrincipalName } from './obstacle.js'
import { without } from './without.js'

/** One policy that is taken off a group or role. */
export type Removal =
  | { readonly kind: 'detach'; readonly principal: PrincipalName; readonly policyArn: string }
  | { readonly kind: 'delete-inline'; readonly principal: PrincipalName; readonly policyName: string }

export interface PlannedRemoval {
  readonly removals: readonly Removal[]
  readonly left: readonly Obstacle[]
}

type Estate = Pick<EstateNames, 'groupNames' | 'roleNames'>

/** What of the obstacles can be removed, and what stays for a person to decide. */
export function planRemovals(obstacles: readonly Obstacle[], estate: Estate): PlannedRemoval {
  const plans = obstacles.map((obstacle) => planRemoval(obstacle, estate))
  return { removals: plans.flatMap((plan) => plan.removals), left: plans.flatMap((plan) => plan.left) }
}

function planRemoval(obstacle: Obstacle, estate: Estate): PlannedRemoval {
  switch (obstacle.kind) {
    case 'foreign-attachment':
      return { removals: [{ ...obstacle, kind: 'detach' }], left: [] }
    case 'foreign-inline':
      return { removals: [{ ...obstacle, kind: 'delete-inline' }], left: [] }
    case 'foreign-attachment-of-policy':
      return planDetaching(obstacle, estate)
    case 'members':
    case 'instance-profile':
    case 'foreign-boundary':
      return { removals: [], left: [obstacle] }
  }
}

function planDetaching(
  obstacle: Obstacle & { readonly kind: 'foreign-attachment-of-policy' },
  estate: Estate,
): PlannedRemoval {
  const groupNames = without(obstacle.groupNames, estate.groupNames)
  const roleNames = without(obstacle.roleNames, estate.roleNames)
  const isWhole = groupNames.length + roleNames.length + obstacle.userNames.length === 0
  const detach = (kind: PrincipalName['kind'], names: readonly string[]) =>
    names.map(
      (name): Removal => ({ kind: 'detach', principal: { kind, name }, policyArn: obstacle.policyArn }),
    )
  return {
    removals: [
      ...detach('group', without(obstacle.groupNames, groupNames)),
      ...detach('role', without(obstacle.roleNames, roleNames)),
    ],
    left: isWhole ? [] : [{ ...obstacle, groupNames, roleNames }],
  }
}
