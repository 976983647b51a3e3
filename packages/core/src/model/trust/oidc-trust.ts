import type { IssuePath } from '@sec/common'
import type { Conditions, Statement } from '@sec/common/iam'
import type { BuildContext, CrossAccountRoleConfig } from '../build-context.js'
import type { StatementModel } from '../model.js'

type Oidc = NonNullable<CrossAccountRoleConfig['oidc']>

/**
 * Trust for the tokens of an existing OIDC provider. Exact subjects and patterns are tested by different
 * operators, which would both have to hold in one statement: each has its own.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html | Controls of shared providers}
 */
export function buildOidcTrust(oidc: Oidc, path: IssuePath, context: BuildContext): StatementModel[] {
  const patterns = oidc.subjects.filter((subject) => /[*?]/.test(subject))
  const exact = oidc.subjects.filter((subject) => !patterns.includes(subject))
  return [
    ...(exact.length > 0 ? [oidcStatement('OidcExact', oidc, context, { exact })] : []),
    ...(patterns.length > 0 ? [oidcStatement('OidcPatterns', oidc, context, { patterns })] : []),
  ].map((statement) => ({ statement, origin: { kind: 'config', path } }))
}

interface Subjects {
  readonly exact?: readonly string[]
  readonly patterns?: readonly string[]
}

function oidcStatement(sid: string, oidc: Oidc, { resolver }: BuildContext, subjects: Subjects): Statement {
  const host = oidc.provider.replace(/^https:\/\//, '')
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: { Federated: resolver.text(`arn:\${partition}:iam::\${account_id}:oidc-provider/${host}`) },
    Action: ['sts:AssumeRoleWithWebIdentity'],
    Condition: oidcConditions(host, oidc, subjects),
  }
}

function oidcConditions(host: string, oidc: Oidc, { exact, patterns }: Subjects): Conditions {
  const narrowing = (['repository_id', 'environment', 'job_workflow_ref'] as const).filter(
    (claim) => oidc[claim] !== undefined,
  )
  return {
    StringEquals: {
      [`${host}:aud`]: oidc.audience,
      ...(exact && { [`${host}:sub`]: exact }),
      ...Object.fromEntries(narrowing.map((claim) => [`${host}:${claim}`, oidc[claim] as string])),
    },
    ...(patterns && { StringLike: { [`${host}:sub`]: patterns } }),
  }
}
