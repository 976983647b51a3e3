import { isMap } from '@sec/common/iam'
import { isNoValue } from '../read/call.js'
import { isMisspelled } from '../read/misspelled.js'
import type { Entries, TemplateView } from '../read/template-view.js'
import { type ResourceSpec, specOf } from './resource-spec.js'

/** A resource of a type that we know, with a map of properties. */
export interface KnownResource {
  readonly id: string
  readonly type: string
  readonly properties: Entries
  /** The condition under which it exists. */
  readonly condition: string | undefined
  readonly spec: ResourceSpec
}

/** The resources of IAM, and SSM parameters; a resource without properties has none. */
export function knownResources({ sections }: TemplateView): KnownResource[] {
  return [...sections.Resources].flatMap(([id, resource]) => {
    if (!isMap(resource) || typeof resource.Type !== 'string') return []
    const spec = specOf(resource.Type)
    const properties = isNoValue(resource.Properties) ? {} : (resource.Properties ?? {})
    // Under a misspelled name, the properties are not missing.
    if (!spec || !isMap(properties) || isMisspelled(resource, 'Properties', ['Properties'])) return []
    const condition = typeof resource.Condition === 'string' ? resource.Condition : undefined
    return [{ id, type: resource.Type, properties, condition, spec }]
  })
}
