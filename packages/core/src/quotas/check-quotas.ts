import type { Issue, IssuePath } from '@sec/common'
import { iamLimits } from '../limits/iam-limits.js'
import { templateLimits } from '../limits/template-limits.js'
import type { PolicyModel, SecModel } from '../model/model.js'
import { checkGroup, checkRole } from './check-holder.js'
import { charactersOf } from './document-size.js'
import { overLimit } from './over-limit.js'

/**
 * Counts what IAM and CloudFormation count, on the finished documents.
 *
 * @returns Issues at the config line that caused the size: the assignment, the entry, the list.
 */
export function checkQuotas(model: SecModel): Issue[] {
  const issues = [
    ...model.policies.flatMap((policy) => checkManagedPolicy(policy, model)),
    ...model.groups.flatMap((group) => checkGroup(group, model)),
    ...model.roles.flatMap((role) => checkRole(role, model)),
    ...checkCounts(model),
  ]
  return withoutMirrors(issues, model)
}

function checkManagedPolicy({ policyName: policy, statements, path }: PolicyModel, model: SecModel): Issue[] {
  const { managedPolicyCharacters: limit } = iamLimits
  const characters = charactersOf(statements, model)
  return overLimit([characters, limit], 'QUOTA_MANAGED_POLICY_SIZE', path, { policy, characters, limit })
}

/** Every resource has an output, so that outputs bind first. */
function checkCounts({ groups, roles, policies, deployment }: SecModel): Issue[] {
  const { groupsPerAccount } = deployment.quotas
  const { Resources: resources, Outputs: outputs } = templateLimits.counts
  const count = groups.length + roles.length + policies.length
  const groupArgs = { count: groups.length, limit: groupsPerAccount }
  return [
    ...overLimit([groups.length, groupsPerAccount], 'QUOTA_GROUPS', ['security', 'iam_groups'], groupArgs),
    ...overLimit([count, resources], 'QUOTA_RESOURCES', ['security'], { count, limit: resources }),
    ...overLimit([count, outputs], 'QUOTA_OUTPUTS', ['security'], { count, limit: outputs }),
  ]
}

/** What is too large for a group is so for the roles that mirror it: the cause is the group's. */
function withoutMirrors(issues: readonly Issue[], { roles }: SecModel): Issue[] {
  const keyOf = (code: string, path: IssuePath) => [code, ...path].join()
  const told = new Set(issues.map(({ code, path }) => keyOf(code, path)))
  const mirrored = new Map(roles.map((role) => [role.path.join(), role.mirrorsGroup]))
  return issues.filter(({ code, path }) => {
    const group = mirrored.get(path.join())
    return group === undefined || !told.has(keyOf(code, ['security', 'iam_groups', group]))
  })
}
