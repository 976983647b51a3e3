import type { InlinePolicy } from '@sec/common/iam'
import { inlinePolicyOf, textsOf } from './read-properties.js'
import type { ResolvedResource } from './resolve-template.js'

/** What a resource puts on groups and roles that stand elsewhere in the template. */
export interface FurtherPolicies {
  readonly groupNames: readonly string[]
  readonly roleNames: readonly string[]
  readonly attachedPolicyArns: readonly string[]
  readonly inlinePolicies: readonly InlinePolicy[]
}

/** The types that do nothing but put an inline policy on groups or roles. */
export const inlinePolicyTypes: readonly string[] = [
  'AWS::IAM::Policy',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::RolePolicy',
]

/** What one resource puts on others: a managed policy by its lists, the types of inline policies as a whole. */
export function furtherPoliciesOf({ type, identity, properties }: ResolvedResource): FurtherPolicies {
  return {
    groupNames: textsOf(type === 'AWS::IAM::GroupPolicy' ? properties.GroupName : properties.Groups),
    roleNames: textsOf(type === 'AWS::IAM::RolePolicy' ? properties.RoleName : properties.Roles),
    attachedPolicyArns: type === 'AWS::IAM::ManagedPolicy' && identity ? [identity.arn] : [],
    inlinePolicies: inlinePolicyTypes.includes(type) ? inlinePolicyOf(properties) : [],
  }
}
