import type { Issue, IssuePath } from '@sec/common'
import { documentCharacters } from '@sec/common/iam'
import { configIssue } from '../config/issues/config-issues.js'
import { toPolicyDocument } from '../generate/policy-document.js'
import { iamLimits } from '../limits/iam-limits.js'
import { templateLimits } from '../limits/template-limits.js'
import type { GroupModel, PolicyModel, RoleModel, SecModel, StatementModel } from '../model/model.js'

/**
 * Counts what IAM and CloudFormation count, on the finished documents.
 *
 * @returns Issues at the config line that caused the size: the assignment, the entry, the list.
 */
export function checkQuotas(model: SecModel): Issue[] {
  return withoutMirrors(sizeIssues(model), model)
}

/** What is too large for a group is so for the roles that mirror it: the cause is the group's. */
function withoutMirrors(issues: readonly Issue[], { roles }: SecModel): Issue[] {
  const isTold = (code: string, path: IssuePath) =>
    issues.some((issue) => issue.code === code && issue.path.join() === path.join())
  const mirrored = new Map(roles.map((role) => [role.path.join(), role.mirrorsGroup]))
  return issues.filter(({ code, path }) => {
    const group = mirrored.get(path.join())
    return group === undefined || !isTold(code, ['security', 'iam_groups', group])
  })
}

function sizeIssues(model: SecModel): Issue[] {
  return [
    ...model.policies.flatMap((policy) => checkManagedPolicySize(policy, model)),
    ...model.groups.flatMap((group) =>
      checkHolder(
        group,
        'group',
        iamLimits.inlineCharacters.group,
        iamLimits.attachedPoliciesPerGroup,
        model,
      ),
    ),
    ...model.roles.flatMap((role) => checkRole(role, model)),
    ...checkCounts(model),
  ]
}

/** Longest values of the pseudo parameters of a portable template. */
const longestPseudoParameters: Readonly<Record<string, string>> = {
  '${AWS::AccountId}': '012345678901',
  '${AWS::Region}': 'ap-southeast-1',
  '${AWS::Partition}': 'aws-us-gov',
}

function charactersOf(statements: readonly StatementModel[], { portable }: SecModel): number {
  const document = toPolicyDocument(statements)
  if (!portable) return documentCharacters(document)
  const text = JSON.stringify(document).replaceAll(
    /\$\{AWS::[A-Za-z]+\}/g,
    (name) => longestPseudoParameters[name] ?? name,
  )
  return documentCharacters(JSON.parse(text))
}

function checkManagedPolicySize(
  { policyName: policy, statements, path }: PolicyModel,
  model: SecModel,
): Issue[] {
  const characters = charactersOf(statements, model)
  const limit = iamLimits.managedPolicyCharacters
  return characters > limit
    ? [configIssue('QUOTA_MANAGED_POLICY_SIZE', path, { policy, characters, limit }, { anchor: 'key' })]
    : []
}

function checkRole(role: RoleModel, model: SecModel): Issue[] {
  const { attachedPoliciesPerRole, trustPolicyCharacters: limit } = model.deployment.quotas
  const characters = charactersOf(role.trust, model)
  const trustPath = role.trust[0]?.origin.path ?? role.path
  const trust =
    characters > limit
      ? [
          configIssue(
            'QUOTA_TRUST_POLICY_SIZE',
            trustPath,
            { name: role.configName, characters, limit },
            { anchor: 'key' },
          ),
        ]
      : []
  return [
    ...trust,
    ...checkHolder(role, 'role', iamLimits.inlineCharacters.role, attachedPoliciesPerRole, model),
  ]
}

function checkHolder(
  holder: GroupModel | RoleModel,
  what: string,
  inlineLimit: number,
  attachedLimit: number,
  model: SecModel,
): Issue[] {
  const { configName: name, path, attachments, inlinePolicies } = holder
  const characters = inlinePolicies.reduce((sum, policy) => sum + charactersOf(policy.statements, model), 0)
  const count = attachments.length
  return [
    ...(characters > inlineLimit ? [inlineIssue(path, { name, what, characters, limit: inlineLimit })] : []),
    ...(count > attachedLimit
      ? [
          configIssue(
            'QUOTA_ATTACHED_POLICIES',
            path,
            { name, what, count, limit: attachedLimit },
            { anchor: 'key' },
          ),
        ]
      : []),
  ]
}

function inlineIssue(
  path: IssuePath,
  args: { name: string; what: string; characters: number; limit: number },
): Issue {
  return configIssue('QUOTA_INLINE_SIZE', path, args, { anchor: 'key' })
}

/** Every resource has an output, so that outputs bind first. */
function checkCounts({ groups, roles, policies, deployment }: SecModel): Issue[] {
  const count = groups.length + roles.length + policies.length
  const at: IssuePath = ['security']
  const place = { anchor: 'key' } as const
  const groupLimit = deployment.quotas.groupsPerAccount
  return [
    ...(groups.length > groupLimit
      ? [
          configIssue(
            'QUOTA_GROUPS',
            [...at, 'iam_groups'],
            { count: groups.length, limit: groupLimit },
            place,
          ),
        ]
      : []),
    ...(count > templateLimits.counts.Resources
      ? [configIssue('QUOTA_RESOURCES', at, { count, limit: templateLimits.counts.Resources }, place)]
      : []),
    ...(count > templateLimits.counts.Outputs
      ? [configIssue('QUOTA_OUTPUTS', at, { count, limit: templateLimits.counts.Outputs }, place)]
      : []),
  ]
}
