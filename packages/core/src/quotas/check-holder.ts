import type { Issue } from '@sec/common'
import { iamLimits } from '../limits/iam-limits.js'
import type { GroupModel, RoleModel, SecModel } from '../model/model.js'
import { charactersOf } from './document-size.js'
import { overLimit } from './over-limit.js'

/** What IAM lets one group carry. */
export function checkGroup(group: GroupModel, model: SecModel): Issue[] {
  const limits = { inline: iamLimits.inlineCharacters.group, attached: iamLimits.attachedPoliciesPerGroup }
  return checkHolder(group, 'group', limits, model)
}

/** What IAM lets one role carry, and its trust policy. */
export function checkRole(role: RoleModel, model: SecModel): Issue[] {
  const { attachedPoliciesPerRole: attached } = model.deployment.quotas
  const limits = { inline: iamLimits.inlineCharacters.role, attached }
  return [...checkTrust(role, model), ...checkHolder(role, 'role', limits, model)]
}

function checkTrust({ configName: name, trust, path }: RoleModel, model: SecModel): Issue[] {
  const { trustPolicyCharacters: limit } = model.deployment.quotas
  const characters = charactersOf(trust, model)
  const at = trust[0]?.origin.path ?? path
  return overLimit([characters, limit], 'QUOTA_TRUST_POLICY_SIZE', at, { name, characters, limit })
}

/** The most characters of all inline policies together, and the most managed policies. */
interface HolderLimits {
  readonly inline: number
  readonly attached: number
}

function checkHolder(
  { configName: name, path, attachments, inlinePolicies }: GroupModel | RoleModel,
  what: string,
  { inline, attached }: HolderLimits,
  model: SecModel,
): Issue[] {
  const characters = inlinePolicies.reduce((sum, policy) => sum + charactersOf(policy.statements, model), 0)
  const inlineArgs = { name, what, characters, limit: inline }
  const count = attachments.length
  const attachedArgs = { name, what, count, limit: attached }
  return [
    ...overLimit([characters, inline], 'QUOTA_INLINE_SIZE', path, inlineArgs),
    ...overLimit([count, attached], 'QUOTA_ATTACHED_POLICIES', path, attachedArgs),
  ]
}
