import type { IssuePath } from '@sec/common'
import type { Conditions, Statement } from '@sec/common/iam'
import type { BuildContext, CrossAccountRoleConfig } from '../build-context.js'
import type { StatementModel } from '../model.js'
import { buildOidcTrust } from './oidc-trust.js'

/** Trust for other accounts, by account or by exact role, or for CI/CD by OIDC. */
export function buildAccountTrust(
  role: CrossAccountRoleConfig,
  path: IssuePath,
  context: BuildContext,
): StatementModel[] {
  if (role.oidc) return buildOidcTrust(role.oidc, [...path, 'oidc'], context)
  const key = role.trusted_accounts ? 'trusted_accounts' : 'trusted_principals'
  const AWS = principalsOf(role, context)
  const who = { AWS, ...narrowing(role, context) }
  const statements = [assumeStatement(role, who), ...tagStatements(role, who)]
  return statements.map((statement) => ({ statement, origin: { kind: 'config', path: [...path, key] } }))
}

function principalsOf(role: CrossAccountRoleConfig, { resolver }: BuildContext): string[] {
  const roots = (role.trusted_accounts ?? []).map((account) =>
    resolver.text(`arn:\${partition}:iam::${account}:root`),
  )
  return [...roots, ...(role.trusted_principals ?? []).map(resolver.iamArn)]
}

/** Who the callers are, in every statement the same. */
interface Callers {
  readonly AWS: readonly string[]
  readonly organization: Readonly<Record<string, string>>
  readonly patterns: Conditions
}

function narrowing(role: CrossAccountRoleConfig, { resolver }: BuildContext): Omit<Callers, 'AWS'> {
  const { organization_id: organization, principal_patterns: patterns } = role
  return {
    organization: organization === undefined ? {} : { 'aws:PrincipalOrgID': organization },
    patterns: patterns ? { ArnLike: { 'aws:PrincipalArn': patterns.map(resolver.iamArn) } } : {},
  }
}

function assumeStatement(role: CrossAccountRoleConfig, callers: Callers): Statement {
  const externalId = role.external_id === undefined ? {} : { 'sts:ExternalId': role.external_id }
  return {
    Sid: 'OtherAccounts',
    Effect: 'Allow',
    Principal: { AWS: callers.AWS },
    Action: ['sts:AssumeRole'],
    Condition: callerConditions(callers, externalId),
  }
}

/**
 * The tags that a caller may send. The statement repeats who may send them: statements are alternatives, and
 * a wider one would undo the narrower.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html | Session tags}
 */
function tagStatements(role: CrossAccountRoleConfig, callers: Callers): Statement[] {
  if (role.session_tags === undefined) return []
  const Condition = {
    'ForAllValues:StringEquals': { 'aws:TagKeys': role.session_tags },
    ...callerConditions(callers, {}),
  }
  const Principal = { AWS: callers.AWS }
  return [{ Sid: 'SessionTags', Effect: 'Allow', Principal, Action: ['sts:TagSession'], Condition }]
}

function callerConditions(
  { organization, patterns }: Callers,
  externalId: Readonly<Record<string, string>>,
): Conditions {
  const equals: Readonly<Record<string, string>> = { ...externalId, ...organization }
  return { ...(Object.keys(equals).length > 0 && { StringEquals: equals }), ...patterns }
}
