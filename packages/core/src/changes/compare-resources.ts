import { isMap } from '@sec/common/iam'
import { specOf } from '../template-check/resources/resource-spec.js'
import { compareMaps, compareValues, type ValueChange } from './compare-values.js'
import type { PropertyChange, Recreation } from './resource-difference.js'

/** A resource of a template with all of its attributes. */
export type ResourceAttributes = Readonly<Record<string, unknown>> & { readonly Type: string }

type Map = Readonly<Record<string, unknown>>

/** Every value that differs between two states of a resource; one that is not there has no attributes. */
export function compareResources(
  before: ResourceAttributes | undefined,
  after: ResourceAttributes | undefined,
): readonly PropertyChange[] {
  const type = after?.Type ?? before?.Type ?? ''
  return [
    ...typeChange(before, after),
    ...propertyChanges(type, before, after),
    ...otherChanges(before, after),
  ]
}

function typeChange(
  before: ResourceAttributes | undefined,
  after: ResourceAttributes | undefined,
): readonly PropertyChange[] {
  if (!before || !after || before.Type === after.Type) return []
  return [
    { attribute: 'Type', path: [], before: before.Type, after: after.Type, requiresRecreation: 'Always' },
  ]
}

function propertyChanges(type: string, before: unknown, after: unknown): readonly PropertyChange[] {
  const changes = compareMaps([], propertiesOf(before), propertiesOf(after))
  return changes.map((change) => ({
    attribute: 'Properties',
    ...change,
    requiresRecreation: recreationOf(type, String(change.path[0])),
  }))
}

function propertiesOf(resource: unknown): Map {
  return isMap(resource) && isMap(resource.Properties) ? resource.Properties : {}
}

/**
 * What a change of a property does to the resource.
 *
 * @returns For a type that is not IAM's, `Conditionally`: nobody has looked.
 */
function recreationOf(type: string, property: string): Recreation {
  const spec = specOf(type)
  if (!spec) return 'Conditionally'
  const replacement = spec.properties[property]?.replacement
  return replacement === 'yes' ? 'Always' : replacement === 'maybe' ? 'Conditionally' : 'Never'
}

/** Attributes beside type and properties, such as DeletionPolicy. */
function otherChanges(before: Map = {}, after: Map = {}): readonly PropertyChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names]
    .filter((name) => name !== 'Type' && name !== 'Properties')
    .flatMap((name) => {
      const changes: readonly ValueChange[] = compareValues([], before[name], after[name])
      return changes.map((change) => ({ attribute: name, ...change, requiresRecreation: 'Never' as const }))
    })
}
