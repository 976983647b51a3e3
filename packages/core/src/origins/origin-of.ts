import type { GroupModel, SecModel } from '../model/model.js'
import { attachmentOrigin, inlineOrigin } from './holder-origin.js'
import { policyOrigin } from './policy-origin.js'
import { propertyIn } from './reason-property.js'
import { findResource, type ResourceOrigin } from './resource-origin.js'
import { roleOrigin } from './role-origin.js'

/**
 * Leads a resource of the template back to the config: to the entry that caused it, or, where AWS's reason for a
 * failure tells, to the key or list item that the reason is about. A policy of a level leads to the first assignment
 * that asked for it.
 *
 * @param reason - The reason of a stack event or of a validation, word for word.
 * @returns Undefined for a logical id that the template does not have.
 */
export function originOf(model: SecModel, logicalId: string, reason = ''): ResourceOrigin | undefined {
  const resource = findResource(model, logicalId)
  // Who may call what is not written in the config.
  const said = isDenial(reason) ? '' : reason
  switch (resource?.kind) {
    case 'group':
      return groupOrigin(resource.model, said)
    case 'role':
      return roleOrigin(resource.model, said)
    case 'policy':
      return policyOrigin(resource.model, said)
    case undefined:
      return undefined
  }
}

function isDenial(reason: string): boolean {
  return /not authorized to perform|access ?denied/i.test(reason)
}

function groupOrigin(group: GroupModel, reason: string): ResourceOrigin {
  const { configName, path } = group
  const property = propertyIn(reason)
  const attachment = attachmentOrigin(group, reason, property)
  if (attachment) return { path: attachment, configName }
  return { path, configName, ...inlineOrigin(group, reason, property) }
}
