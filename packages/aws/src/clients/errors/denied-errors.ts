import { isProvisionerError, type ProvisionerError } from '@sec/common'
import { explicitWords, accessIssueKinds as kinds } from '../../issues/access-issues.js'
import { awsError } from '../../issues/aws-error.js'
import type { CallFailure } from './call-failure.js'

const denials =
  /^(AccessDenied|UnauthorizedOperation|NotAuthorized|Forbidden|AuthorizationError)(Exception)?$/
const action = /not authorized to perform:?\s*([a-z][\w-]*:\w+)/i
const resource = /on (?:the )?resource:?\s*"?([^\s"]+)/i
/** How CloudFormation says that the caller may not read the template in the bucket. */
const unreadTemplate =
  /S3 error: Access Denied|TemplateURL must reference a valid S3 object to which you have access/i

/** Names the IAM action that AWS missed, or the call where AWS does not say. */
export function deniedError({
  code,
  message,
  status,
  context,
  cause,
}: CallFailure): ProvisionerError | undefined {
  const missed = action.exec(message)?.[1] ?? (unreadTemplate.test(message) ? 's3:GetObject' : undefined)
  if (!missed && !denials.test(code) && status !== 403) return undefined
  const args = {
    action: missed ?? context.call,
    resource: resource.exec(message)?.[1] ?? '',
    isExplicit: /explicit deny/i.test(message),
  }
  return awsError(kinds, 'AWS_DENIED', args, { cause })
}

/** True for a denial that more permissions do not undo, since a policy forbids it. */
export function isExplicitDeny(error: unknown): boolean {
  return isProvisionerError(error) && error.code === 'AWS_DENIED' && error.message.endsWith(explicitWords)
}

/** True when AWS itself names the permission that is missing. */
export function namesAction(message: string): boolean {
  return action.test(message)
}
