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
  const statements = [assumeStatement(role, AWS), ...tagStatements(role, AWS)]
  return statements.map((statement) => ({ statement, origin: { kind: 'config', path: [...path, key] } }))
}

function principalsOf(role: CrossAccountRoleConfig, { resolver }: BuildContext): string[] {
  const roots = (role.trusted_accounts ?? []).map((account) =>
    resolver.text(`arn:\${partition}:iam::${account}:root`),
  )
  return [...roots, ...(role.trusted_principals ?? [])]
}

function assumeStatement(role: CrossAccountRoleConfig, AWS: readonly string[]): Statement {
  const externalId = role.external_id === undefined ? {} : { 'sts:ExternalId': role.external_id }
  return {
    Sid: 'OtherAccounts',
    Effect: 'Allow',
    Principal: { AWS },
    Action: ['sts:AssumeRole'],
    Condition: callerConditions(role, externalId),
  }
}

/**
 * The tags that a caller may send. The statement repeats who may send them: statements are alternatives, and
 * a wider one would undo the narrower.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html | Session tags}
 */
function tagStatements(role: CrossAccountRoleConfig, AWS: readonly string[]): Statement[] {
  if (role.session_tags === undefined) return []
  const Condition = {
    'ForAllValues:StringEquals': { 'aws:TagKeys': role.session_tags },
    ...callerConditions(role, {}),
  }
  return [{ Sid: 'SessionTags', Effect: 'Allow', Principal: { AWS }, Action: ['sts:TagSession'], Condition }]
}

function callerConditions(
  role: CrossAccountRoleConfig,
  externalId: Readonly<Record<string, string>>,
): Conditions {
  const organization =
    role.organization_id === undefined ? {} : { 'aws:PrincipalOrgID': role.organization_id }
  const equals: Readonly<Record<string, string>> = { ...externalId, ...organization }
  return {
    ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    ...(role.principal_patterns && { ArnLike: { 'aws:PrincipalArn': role.principal_patterns } }),
  }
}
