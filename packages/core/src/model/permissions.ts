import type { BuildContext } from './build-context.js'
import type { Document } from './documents.js'
import { levelDocuments } from './level-documents.js'
import type { Attachment, InlinePolicyModel, PolicyModel } from './model.js'
import { ownDocuments } from './own-documents.js'
import type { Owner, PermissionSource } from './owner.js'
import { managedPolicyArn } from './policy-arns.js'

/** What one group or role may do: attachments or inline policies, and the policies that the attachments need. */
export interface Permissions {
  readonly attachments: readonly Attachment[]
  readonly inlinePolicies: readonly InlinePolicyModel[]
  readonly policies: readonly PolicyModel[]
}

/** The layout follows `group_policies` alone: it never depends on a size. */
export function buildPermissions(owner: Owner, context: BuildContext): Permissions {
  const documents = [...levelDocuments(owner.source, context), ...ownDocuments(owner, context)]
  const aws = awsAttachments(owner.source, context)
  if (context.config.security.group_policies === 'inline')
    return { attachments: aws, inlinePolicies: documents.map(toInlinePolicy), policies: [] }
  const policies = documents.map(toPolicy)
  return { attachments: [...policies.map(toAttachment), ...aws], inlinePolicies: [], policies }
}

function toInlinePolicy({ inlineName, statements, path }: Document): InlinePolicyModel {
  return { policyName: inlineName, statements, path }
}

function toPolicy({ inlineName: _name, ...policy }: Document): PolicyModel {
  return policy
}

function toAttachment({ logicalId, policyName, path }: PolicyModel): Attachment {
  return { kind: 'stack', logicalId, policyName, path }
}

/** A policy that is named twice, by name and by ARN, is attached once: CloudFormation refuses it twice. */
function awsAttachments({ entry, path }: PermissionSource, context: BuildContext): Attachment[] {
  const arns = (entry.managed_policies ?? []).map((name) => managedPolicyArn(name, context))
  return arns.flatMap((arn, index): Attachment[] =>
    arns.indexOf(arn) === index ? [{ kind: 'aws', arn, path: [...path, 'managed_policies', index] }] : [],
  )
}
