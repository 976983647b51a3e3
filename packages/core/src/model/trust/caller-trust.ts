import type { IssuePath } from '@sec/common'
import type { Conditions, Statement } from '@sec/common/iam'
import { requiresMfa } from '../../config/mfa.js'
import type { AssumableRoleConfig, BuildContext } from '../build-context.js'
import type { StatementModel } from '../model.js'

/**
 * Trust for people of the account. A group can be no principal, so the account's root is trusted, narrowed to
 * its IAM users, which also refuses role sessions; who may assume stands with the groups.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html | Principal}
 */
export function buildCallerTrust(
  role: AssumableRoleConfig,
  path: IssuePath,
  context: BuildContext,
): StatementModel[] {
  const users = callerStatement('Users', userArns(role, context), tagCondition(role), role, context)
  const roles = (role.callers?.roles ?? []).map(context.resolver.iamArn)
  const statements = roles.length > 0 ? [users, callerStatement('Roles', roles, {}, role, context)] : [users]
  return statements.map((statement) => ({ statement, origin: { kind: 'config', path } }))
}

function callerStatement(
  sid: string,
  arns: readonly string[],
  tag: Readonly<Record<string, string>>,
  role: AssumableRoleConfig,
  { resolver, config }: BuildContext,
): Statement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: { AWS: resolver.text('arn:${partition}:iam::${account_id}:root') },
    Action: ['sts:AssumeRole', ...(role.require_source_identity ? ['sts:SetSourceIdentity'] : [])],
    Condition: {
      ArnLike: { 'aws:PrincipalArn': arns },
      ...mfaConditions(role, config.environment.env),
      ...stringConditions(role, tag),
    },
  }
}

/** A path covers what lies below it, and a name is one user's whatever the path: both forms are the same user. */
function userArns({ callers }: AssumableRoleConfig, { resolver }: BuildContext): string[] {
  const path = callers?.path ?? '/'
  const names = callers?.users?.flatMap((name) => [name, `*/${name}`]) ?? ['*']
  return names.map((name) => resolver.text(`arn:\${partition}:iam::\${account_id}:user${path}${name}`))
}

function tagCondition({ callers }: AssumableRoleConfig): Readonly<Record<string, string>> {
  return callers?.tag ? { [`aws:PrincipalTag/${callers.tag.key}`]: callers.tag.value } : {}
}

/** Never the `IfExists` form: with long-term keys the key is absent, and the test must fail. */
function mfaConditions(role: AssumableRoleConfig, env: string): Conditions {
  if (!requiresMfa(role, env)) return {}
  const age = role.mfa_max_age_seconds
  return {
    Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    ...(age !== undefined && { NumericLessThan: { 'aws:MultiFactorAuthAge': String(age) } }),
  }
}

function stringConditions(role: AssumableRoleConfig, tag: Readonly<Record<string, string>>): Conditions {
  const identity = role.require_source_identity ? { 'sts:SourceIdentity': '${aws:username}' } : {}
  const all: Readonly<Record<string, string>> = { ...tag, ...identity }
  return Object.keys(all).length > 0 ? { StringEquals: all } : {}
}
