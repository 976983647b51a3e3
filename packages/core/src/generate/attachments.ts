import type { Attachment, GroupModel, InlinePolicyModel, RoleModel } from '../model/model.js'
import { toPolicyDocument } from './policy-document.js'
import { type Rendering, rendered } from './references.js'
import type { TemplateValue } from './template.js'

type Properties = Readonly<Record<string, TemplateValue>>
type Holder = GroupModel | RoleModel

/** `ManagedPolicyArns`, also when empty: drift is only seen on what the template declares. */
export function attachedPolicies({ attachments }: Holder, render: Rendering): Properties {
  return { ManagedPolicyArns: attachments.map((attachment) => toArn(attachment, render)) }
}

function toArn(attachment: Attachment, render: Rendering): TemplateValue {
  return attachment.kind === 'stack' ? { Ref: attachment.logicalId } : render(attachment.arn)
}

/** `Policies`, where the layout is inline. */
export function inlinePolicies({ inlinePolicies: policies }: Holder, render: Rendering): Properties {
  return policies.length > 0 ? { Policies: policies.map((policy) => inlinePolicy(policy, render)) } : {}
}

function inlinePolicy({ policyName, statements }: InlinePolicyModel, render: Rendering): TemplateValue {
  return { PolicyName: policyName, PolicyDocument: rendered(toPolicyDocument(statements), render) }
}
