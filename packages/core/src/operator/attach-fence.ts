import type { Attachment, GroupModel, RoleModel, SecModel } from '../model/model.js'
import { iamArnOf } from '../names/arns.js'
import { policyNameOf, testSuffixPattern } from '../names/names.js'
import type { ResourceKind } from './aws-call.js'
import type { Grant } from './grant.js'

/** Attaching is for the policies of this estate, and those of AWS that it uses; undefined when there are none. */
export function withAttachments(
  grant: Grant,
  kind: ResourceKind,
  model: SecModel,
  owners: readonly (GroupModel | RoleModel)[],
): Grant | undefined {
  const attachments = owners.flatMap(({ attachments }) => attachments)
  if (attachments.length === 0) return undefined
  const isTest = kind.startsWith('test-')
  const arns = attachments.map((attachment) => attachableArn(attachment, isTest, model))
  const ArnLike = { 'iam:PolicyARN': [...new Set(arns)].sort() }
  return { ...grant, sid: `${grant.sid}Attach`, condition: { ...grant.condition, ArnLike } }
}

/** Only policies that can be made can be attached, and they are named in full: one pattern does for their tests. */
function attachableArn(attachment: Attachment, isTest: boolean, model: SecModel): string {
  if (attachment.kind === 'aws') return attachment.arn
  const testName = policyNameOf(model.identity.prefix, `*${testSuffixPattern}`)
  return iamArnOf(model.identity, 'policy', isTest ? testName : attachment.policyName)
}
