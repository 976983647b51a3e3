import type { Issue } from '@sec/common'
import { configIssue } from '../issues/config-issues.js'
import type { LooseAssumableRole } from '../loose-config.js'
import { requiresMfa } from '../mfa.js'
import { type Entry, entriesOf, type RuleContext, secondOf } from './rule-context.js'

/** What callers must bring: conditions that contradict each other, or that some callers never meet. */
export function checkCallers(context: RuleContext): Issue[] {
  const env = context.config.environment?.env
  return entriesOf(context, 'assumable_roles').flatMap((role) => [
    ...checkMfaKeys(role),
    ...checkRoleCallers(role, env),
    ...checkSourceIdentity(role, context),
  ])
}

function checkMfaKeys({ entry, path }: Entry<LooseAssumableRole>): Issue[] {
  if (!contradictsItself(entry)) return []
  const second = secondOf(entry, 'require_mfa', 'mfa_max_age_seconds')
  return [configIssue('MFA_CONTRADICTION', [...path, second], {}, { anchor: 'key' })]
}

/** Then nobody knows whether MFA is asked for. */
function contradictsItself(entry: LooseAssumableRole): boolean {
  return entry.require_mfa === false && entry.mfa_max_age_seconds !== undefined
}

/** Role sessions, those of Identity Center too, carry neither MFA nor a user name. */
function checkRoleCallers({ entry, path }: Entry<LooseAssumableRole>, env: string | undefined): Issue[] {
  if (env === undefined || (entry.callers?.roles ?? []).length === 0) return []
  const at = [...path, 'callers', 'roles']
  const unmet = [
    ...(requiresMfa(entry, env) && !contradictsItself(entry) ? ['require_mfa'] : []),
    ...(entry.require_source_identity ? ['require_source_identity'] : []),
  ]
  return unmet.map((key) => configIssue('ROLE_CALLERS_NEVER_MATCH', at, { key }, { anchor: 'key' }))
}

function checkSourceIdentity(
  { name, entry, path }: Entry<LooseAssumableRole>,
  context: RuleContext,
): Issue[] {
  if (!entry.require_source_identity || !context.isEnabled('assumable_roles', name)) return []
  return [configIssue('SOURCE_IDENTITY_API_ONLY', [...path, 'require_source_identity'], {})]
}
