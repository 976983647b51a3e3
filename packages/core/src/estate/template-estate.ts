import type { IamEstate, IamGroup, IamManagedPolicy, IamPrincipal, IamRole } from '@sec/common/iam'
import type { Template } from '../generate/template.js'
import { type FurtherPolicies, furtherPoliciesOf, inlinePolicyTypes } from './further-policies.js'
import type { Identity } from './identities.js'
import { namedTypes } from './named-types.js'
import type { StackPlace } from './place.js'
import * as read from './read-properties.js'
import { type ResolvedResource, resolveTemplate, type Unresolved } from './resolve-template.js'

/** One resource of a template as the account knows it. */
export interface TemplateResource {
  readonly type: string
  /** Undefined where nobody but CloudFormation knows the name. */
  readonly name?: string
  readonly arn?: string
  /** The ARN of a managed policy, the name of a group or role. */
  readonly physicalId?: string
}

/** What a template makes of IAM: names, ARNs and plain documents. */
export interface TemplateEstate extends IamEstate {
  /** By logical id. */
  readonly resources: Readonly<Record<string, TemplateResource>>
  /** Functions that cannot be evaluated, which stand in the estate as they are, and resources that are not in it. */
  readonly unresolved: readonly Unresolved[]
}

/**
 * Reads groups, roles and managed policies out of a template, as CloudFormation makes them at this place. Defaults
 * are those of IAM: path `/`, no description, sessions of an hour. Attachments are the union of both directions.
 *
 * @param stackTags - Tags of the stack, which every role gets; its own go before them.
 */
export function estateOf(
  template: Template,
  place: StackPlace,
  stackTags: Readonly<Record<string, string>> = {},
): TemplateEstate {
  const { resources, unresolved } = resolveTemplate(template, place)
  const isPresent = ({ logicalId }: ResolvedResource) => conditionOf(template, logicalId) === undefined
  const present = resources.filter(isPresent)
  const further = present.map(furtherPoliciesOf)
  const named = (type: string) => present.filter(isNamed).filter((resource) => resource.type === type)
  return {
    groups: named('AWS::IAM::Group').map((resource) => toGroup(resource, further)),
    roles: named('AWS::IAM::Role').map((resource) => toRole(resource, further, stackTags)),
    policies: named('AWS::IAM::ManagedPolicy').map(toPolicy),
    resources: Object.fromEntries(resources.map((resource) => [resource.logicalId, toResource(resource)])),
    unresolved: [...unresolved, ...resources.flatMap((resource) => reasonsFor(resource, template))],
  }
}

type NamedResource = ResolvedResource & { readonly identity: Identity }

function isNamed(resource: ResolvedResource): resource is NamedResource {
  return resource.identity !== undefined
}

function toGroup({ identity, properties }: NamedResource, further: readonly FurtherPolicies[]): IamGroup {
  const own = further.filter(({ groupNames }) => groupNames.includes(identity.name))
  return { groupName: identity.name, ...toPrincipal(identity, properties, own) }
}

function toRole(
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

function toPolicy({ identity, properties }: NamedResource): IamManagedPolicy {
  return {
    policyName: identity.name,
    arn: identity.arn,
    path: identity.path,
    description: read.textOf(properties.Description) ?? '',
    document: read.documentOf(properties.PolicyDocument),
  }
}

function toResource({ type, identity }: ResolvedResource): TemplateResource {
  if (!identity) return { type }
  const { name, arn } = identity
  return { type, name, arn, physicalId: namedTypes.get(type)?.ref === 'arn' ? arn : name }
}

/** Why a resource is not in the estate. */
function reasonsFor({ logicalId, type, identity }: ResolvedResource, template: Template): Unresolved[] {
  const condition = conditionOf(template, logicalId)
  const reason = (text: string) => [{ logicalId, path: [], reason: text }]
  if (condition !== undefined) return reason(`it exists only under the condition ${condition}`)
  if (inlinePolicyTypes.includes(type) || identity) return []
  if (!namedTypes.has(type)) return reason(`a resource of type ${type} is not looked into`)
  return reason('its name or path is known to CloudFormation alone')
}

function conditionOf({ Resources }: Template, logicalId: string): string | undefined {
  const { Condition } = (Resources[logicalId] ?? {}) as { readonly Condition?: unknown }
  return Condition === undefined ? undefined : String(Condition)
}
