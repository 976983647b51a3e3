import { accessIssueKinds } from '../issues/access-issues.js'
import { awsError } from '../issues/aws-error.js'
import type { CallerIdentity, IdentityApi } from '../ports.js'

/**
 * Makes sure that the credentials belong to the account that is meant, before anything is written.
 *
 * @throws AWS_WRONG_ACCOUNT
 */
export async function checkAccount(
  identity: Pick<IdentityApi, 'getCallerIdentity'>,
  expectedAccountId: string,
): Promise<CallerIdentity> {
  const caller = await identity.getCallerIdentity()
  if (caller.accountId === expectedAccountId) return caller
  const args = { found: caller.accountId, expected: expectedAccountId, arn: caller.arn }
  throw awsError(accessIssueKinds, 'AWS_WRONG_ACCOUNT', args)
}
