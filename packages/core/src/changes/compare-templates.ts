import { namedTypes } from '../estate/named-types.js'
import type { StackPlace } from '../estate/place.js'
import { resolveTemplate } from '../estate/resolve-template.js'
import type { Template } from '../generate/template.js'
import { compareResources, type ResourceAttributes } from './compare-resources.js'
import type { ResourceDifference } from './resource-difference.js'

type Resources = Readonly<Record<string, ResourceAttributes>>

/**
 * Compares two templates resource by resource, in the order of the new one; what goes comes last.
 *
 * @param before - Undefined where there is no stack yet.
 * @param after - Undefined where the stack goes.
 * @param place - Where given, functions are evaluated first, as CloudFormation does: a template that says the same
 *   with a pseudo parameter is then no change.
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html | Update behaviors}
 */
export function compareTemplates(
  before: Template | undefined,
  after: Template | undefined,
  place?: StackPlace,
): readonly ResourceDifference[] {
  const [old, fresh] = [resourcesOf(before, place), resourcesOf(after, place)]
  const ids = new Set([...Object.keys(fresh), ...Object.keys(old)])
  return [...ids].flatMap((id) => compareOne(id, ownOf(old, id), ownOf(fresh, id)))
}

function compareOne(
  logicalId: string,
  before: ResourceAttributes | undefined,
  after: ResourceAttributes | undefined,
): readonly ResourceDifference[] {
  const properties = compareResources(before, after)
  if (before && after && properties.length === 0) return []
  const resource = after ?? before
  const name = resource && nameOf(resource)
  const replacing = before && after ? properties.filter((one) => one.requiresRecreation === 'Always') : []
  return [
    {
      action: !before ? 'Add' : !after ? 'Remove' : 'Modify',
      logicalId,
      resourceType: resource?.Type ?? '',
      ...(name !== undefined && { name }),
      properties,
      replacedBy: [...new Set(replacing.map(({ attribute, path }) => String(path[0] ?? attribute)))],
    },
  ]
}

/** The name that a template gives a group, role or managed policy. */
export function nameOf({ Type, Properties }: ResourceAttributes): string | undefined {
  const name = (Properties as Readonly<Record<string, unknown>>)?.[namedTypes.get(Type)?.nameProperty ?? '']
  return typeof name === 'string' ? name : undefined
}

function resourcesOf(template: Template | undefined, place: StackPlace | undefined): Resources {
  if (!template) return {}
  const written = template.Resources as unknown as Resources
  if (!place) return written
  const { resources } = resolveTemplate(template, place)
  return Object.fromEntries(
    resources.map(({ logicalId, type, properties }) => [
      logicalId,
      { ...written[logicalId], Type: type, Properties: properties },
    ]),
  )
}

function ownOf(resources: Resources, logicalId: string): ResourceAttributes | undefined {
  return Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined
}
