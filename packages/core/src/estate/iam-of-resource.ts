import type { IamGroup, IamManagedPolicy, IamPrincipal, IamRole } from '@sec/common/iam'
import type { FurtherPolicies } from './further-policies.js'
import type { Identity } from './identities.js'
import * as read from './read-properties.js'
import type { ResolvedResource } from './resolve-template.js'

/** A group, role or managed policy whose name can be known. */
export type NamedResource = ResolvedResource & { readonly identity: Identity }

export function isNamed(resource: ResolvedResource): resource is NamedResource {
  return resource.identity !== undefined
}

/** @param further - What other resources of the template put on groups and roles. */
export function toGroup(
  { identity, properties }: NamedResource,
  further: readonly FurtherPolicies[],
): IamGroup {
  const own = further.filter(({ groupNames }) => groupNames.includes(identity.name))
  return { groupName: identity.name, ...toPrincipal(identity, properties, own) }
}

/**
 * @param further - What other resources of the template put on groups and roles.
 * @param stackTags - Tags of the stack; the role's own go before them.
 */
export function toRole(
  { identity, properties }: NamedResource,
  further: readonly FurtherPolicies[],
  stackTags: Readonly<Record<string, string>>,
): IamRole {
  const own = further.filter(({ roleNames }) => roleNames.includes(identity.name))
  const permissionsBoundary = read.textOf(properties.PermissionsBoundary)
  return {
    roleName: identity.name,
    description: read.textOf(properties.Description) ?? '',
    trustPolicy: read.documentOf(properties.AssumeRolePolicyDocument),
    maxSessionSeconds: read.sessionSecondsOf(properties),
    ...(permissionsBoundary !== undefined && { permissionsBoundary }),
    tags: { ...stackTags, ...read.tagsOf(properties) },
    ...toPrincipal(identity, properties, own),
  }
}

function toPrincipal(
  { path }: Identity,
  properties: ResolvedResource['properties'],
  further: readonly FurtherPolicies[],
): IamPrincipal {
  const arns = further.flatMap(({ attachedPolicyArns }) => attachedPolicyArns)
  return {
    path,
    attachedPolicyArns: [...new Set([...read.textsOf(properties.ManagedPolicyArns), ...arns])],
    inlinePolicies: [
      ...read.inlinePoliciesOf(properties),
      ...further.flatMap(({ inlinePolicies }) => inlinePolicies),
    ],
  }
}

export function toPolicy({ identity, properties }: NamedResource): IamManagedPolicy {
  return {
    policyName: identity.name,
    arn: identity.arn,
    path: identity.path,
    description: read.textOf(properties.Description) ?? '',
    document: read.documentOf(properties.PolicyDocument),
  }
}
