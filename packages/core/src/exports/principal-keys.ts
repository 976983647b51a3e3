import { toPolicyDocument } from '../generate/policy-document.js'
import type { Attachment, GroupModel, RoleModel, SecModel } from '../model/model.js'
import { iamArnOf } from '../names/arns.js'

/** What the files of groups and of roles say of permissions. */
export function permissionKeys(owner: GroupModel | RoleModel, model: SecModel) {
  return {
    managedPolicyArns: owner.attachments.map((attachment) => attachedArn(attachment, model)),
    inlinePolicies: owner.inlinePolicies.map(({ policyName, statements }) => ({
      name: policyName,
      document: toPolicyDocument(statements),
    })),
    mayAssume: 'mayAssume' in owner ? owner.mayAssume : [],
    mayPass: owner.mayPass,
  }
}

function attachedArn(attachment: Attachment, { identity }: SecModel): string {
  if (attachment.kind === 'aws') return attachment.arn
  return iamArnOf(identity, 'policy', attachment.policyName)
}
