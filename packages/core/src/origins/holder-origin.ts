import type { IssuePath } from '@sec/common'
import type { Attachment, GroupModel, InlinePolicyModel, RoleModel } from '../model/model.js'
import type { ReasonProperty } from './reason-property.js'
import { isAboutDocument, isNamed, type StatementsOrigin, statementsOrigin } from './statement-origin.js'

type Holder = Pick<GroupModel | RoleModel, 'attachments' | 'inlinePolicies'>

/** The line that asked for the policy that a reason names, or for the one at a place of the property. */
export function attachmentOrigin(
  { attachments }: Holder,
  reason: string,
  property: ReasonProperty | undefined,
): IssuePath | undefined {
  const named = attachments.find((attachment) => isAttachmentNamed(attachment, reason))
  const at = property?.name === 'managedpolicyarns' ? attachments[property.index ?? -1] : undefined
  return (named ?? at)?.path
}

/** A policy of the stack stands in the reason by its ARN, which ends in its name. */
function isAttachmentNamed(attachment: Attachment, reason: string): boolean {
  if (attachment.kind === 'aws') return isNamed(attachment.arn, reason)
  return reason.split(/[\s"'(),]/).some((word) => word.endsWith(`:policy/${attachment.policyName}`))
}

/** The statements of the inline policy that a reason speaks of; undefined where it speaks of none. */
export function inlineOrigin(
  { inlinePolicies }: Holder,
  reason: string,
  property: ReasonProperty | undefined,
): StatementsOrigin | undefined {
  const named = inlinePolicies.find(({ policyName }) => isNamed(policyName, reason))
  const policy = named ?? (property?.name === 'policies' ? inlinePolicies[property.index ?? -1] : undefined)
  if (policy) return { path: policy.path, ...statementsOrigin(policy.statements, reason) }
  const all = inlinePolicies.flatMap((one: InlinePolicyModel) => one.statements)
  return isAboutDocument(reason) && all.length > 0 ? statementsOrigin(all, reason) : undefined
}
