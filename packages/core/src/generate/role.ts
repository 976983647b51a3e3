import type { RoleModel } from '../model/model.js'
import { attachedPolicies, inlinePolicies } from './attachments.js'
import type { GenerateContext } from './context.js'
import { toPolicyDocument } from './policy-document.js'
import { rendered } from './references.js'
import type { Resource, TemplateValue } from './template.js'

/**
 * Renders one role with its trust policy, permissions boundary and tags.
 *
 * @param role - A resolved role; its name is at most 64 characters.
 * @returns The `AWS::IAM::Role` resource; session length in seconds. It sets no path, which could not be changed.
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-role.html | AWS::IAM::Role}
 */
export function generateRole(role: RoleModel, context: GenerateContext): Resource<'AWS::IAM::Role'> {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: role.roleName,
      ...(role.description !== '' && { Description: role.description }),
      AssumeRolePolicyDocument: rendered(toPolicyDocument(role.trust), context.render),
      MaxSessionDuration: role.maxSessionSeconds,
      ...(role.permissionsBoundary !== undefined && {
        PermissionsBoundary: context.render(role.permissionsBoundary),
      }),
      ...attachedPolicies(role, context.render),
      ...inlinePolicies(role, context.renderOwnOf(role.kind)),
      ...generateTags(context),
    },
  }
}

function generateTags({ tags }: GenerateContext): Readonly<Record<string, TemplateValue>> {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
  return list.length > 0 ? { Tags: list } : {}
}
