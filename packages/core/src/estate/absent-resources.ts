import type { Template } from '../generate/template.js'
import { inlinePolicyTypes } from './further-policies.js'
import { namedTypes } from './named-types.js'
import type { ResolvedResource, Unresolved } from './resolve-template.js'

/** Why a resource is not in the estate. */
export function reasonsFor(
  { logicalId, type, identity }: ResolvedResource,
  template: Template,
): Unresolved[] {
  const condition = conditionOf(template, logicalId)
  const reason = (text: string) => [{ logicalId, path: [], reason: text }]
  if (condition !== undefined) return reason(`it exists only under the condition ${condition}`)
  if (inlinePolicyTypes.includes(type) || identity) return []
  if (!namedTypes.has(type)) return reason(`a resource of type ${type} is not looked into`)
  return reason('its name or path is known to CloudFormation alone')
}

/** The condition under which alone a resource is made. */
export function conditionOf({ Resources }: Template, logicalId: string): string | undefined {
  const { Condition } = (Resources[logicalId] ?? {}) as { readonly Condition?: unknown }
  return Condition === undefined ? undefined : String(Condition)
}
