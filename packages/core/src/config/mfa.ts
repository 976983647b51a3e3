/** What decides whether a role asks for MFA. */
interface MfaKeys {
  readonly require_mfa?: boolean | undefined
  readonly mfa_max_age_seconds?: number | undefined
  readonly mirrors_group?: string | undefined
}

/** The default: elevation roles always, all roles in prod; a maximum age implies MFA. */
export function requiresMfa(role: MfaKeys, env: string): boolean {
  if (role.mfa_max_age_seconds !== undefined) return true
  return role.require_mfa ?? (role.mirrors_group === undefined || env === 'prod')
}
