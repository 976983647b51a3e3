import type { ConditionOperands, Statement } from '@sec/common/iam'

const operator = 'DateLessThan'
const key = 'aws:CurrentTime'

/**
 * The trust statement with one more condition that nobody meets: the time of the request must lie before 1970. The
 * key is in every request, and dates in trust policies are documented.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html | aws:CurrentTime}
 * @see {@link https://aws.amazon.com/blogs/security/how-to-use-trust-policies-with-iam-roles/ | Dates in trust policies}
 */
export function closedTrust(statement: Statement): Statement {
  // A refusal that nobody meets would refuse nobody.
  if (statement.Effect === 'Deny') return statement
  const { [operator]: dates = {}, ...others } = statement.Condition ?? {}
  return { ...statement, Condition: { ...others, [operator]: withNever(dates) } }
}

/** Dates of one key are alternatives, so that of the past stands alone; IAM ignores the case of keys. */
function withNever(dates: ConditionOperands): ConditionOperands {
  const others = Object.entries(dates).filter(([name]) => name.toLowerCase() !== key.toLowerCase())
  return { ...Object.fromEntries(others), [key]: '1970-01-01T00:00:00Z' }
}
