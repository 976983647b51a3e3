import type { IamEstate } from '@sec/common/iam'
import type { Template } from '../generate/template.js'
import { conditionOf, reasonsFor } from './absent-resources.js'
import { furtherPoliciesOf } from './further-policies.js'
import { isNamed, toGroup, toPolicy, toRole } from './iam-of-resource.js'
import { namedTypes } from './named-types.js'
import type { StackPlace } from './place.js'
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

function toResource({ type, identity }: ResolvedResource): TemplateResource {
  if (!identity) return { type }
  const { name, arn } = identity
  return { type, name, arn, physicalId: namedTypes.get(type)?.ref === 'arn' ? arn : name }
}
