import type { Issue } from '@sec/common'
import { iamIssue } from '../issues/iam-issues.js'
import type { Obstacle } from './obstacle.js'

/** An obstacle as an issue, to be put into words with the table `iamIssueKinds`. */
export function obstacleIssue(obstacle: Obstacle): Issue {
  switch (obstacle.kind) {
    case 'members': {
      const { groupName, userNames } = obstacle
      return iamIssue('IAM_GROUP_HAS_MEMBERS', [], { groupName, userNames })
    }
    case 'foreign-attachment': {
      const { principal, policyArn } = obstacle
      return iamIssue('IAM_FOREIGN_ATTACHMENT', [], { what: principal.kind, name: principal.name, policyArn })
    }
    case 'foreign-inline': {
      const { principal, policyName } = obstacle
      return iamIssue('IAM_FOREIGN_INLINE_POLICY', [], {
        what: principal.kind,
        name: principal.name,
        policyName,
      })
    }
    case 'instance-profile': {
      const { roleName, profileNames } = obstacle
      return iamIssue('IAM_ROLE_IN_INSTANCE_PROFILE', [], { roleName, profileNames })
    }
    case 'foreign-attachment-of-policy':
      return iamIssue('IAM_POLICY_ATTACHED_ELSEWHERE', [], {
        policyArn: obstacle.policyArn,
        attachedTo: entityWords(obstacle),
      })
    case 'foreign-boundary':
      return iamIssue('IAM_POLICY_IS_BOUNDARY', [], {
        policyArn: obstacle.policyArn,
        boundaryOf: entityWords({ groupNames: [], ...obstacle }),
      })
  }
}

interface Entities {
  readonly groupNames: readonly string[]
  readonly roleNames: readonly string[]
  readonly userNames: readonly string[]
}

function entityWords({ groupNames, roleNames, userNames }: Entities): readonly string[] {
  return [
    ...groupNames.map((name) => `the group "${name}"`),
    ...roleNames.map((name) => `the role "${name}"`),
    ...userNames.map((name) => `the user "${name}"`),
  ]
}
