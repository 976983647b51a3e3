import type { RoleModel } from '../model/model.js'
import { attachmentOrigin, inlineOrigin } from './holder-origin.js'
import { propertyIn } from './reason-property.js'
import type { ResourceOrigin } from './resource-origin.js'
import { isAboutDocument, isNamed } from './statement-origin.js'
import { isAboutTrust, trustOrigin } from './trust-origin.js'

export function roleOrigin(role: RoleModel, reason: string): ResourceOrigin {
  const { configName, path } = role
  return { path, configName, ...narrowed(role, reason) }
}

/** Trust and boundary before the lists of policies: their principals and ARNs may stand there, too. */
function narrowed(role: RoleModel, reason: string): Partial<ResourceOrigin> {
  const property = propertyIn(reason)
  if (isAboutBoundary(role, reason, property?.name)) return boundaryOrigin(role)
  if (property?.name === 'assumerolepolicydocument' || isAboutTrust(reason))
    return { path: trustOrigin(role, reason) }
  const attachment = attachmentOrigin(role, reason, property)
  if (attachment) return { path: attachment }
  const inline = inlineOrigin(role, reason, property)
  if (inline) return inline
  // Without inline policies, the trust policy is the one document that a role is made with.
  return isAboutDocument(reason)
    ? { path: trustOrigin(role, reason) }
    : valueOrigin(role, reason, property?.name)
}

/** IAM calls the boundary's ARN the scope. */
function isAboutBoundary(
  { permissionsBoundary }: RoleModel,
  reason: string,
  property: string | undefined,
): boolean {
  if (permissionsBoundary === undefined) return false
  const isSaid = /scope arn|permissions ?boundary/i.test(reason) || property === 'permissionsboundary'
  return isSaid || (isNamed(permissionsBoundary, reason) && !/\bpolicy arn:/i.test(reason))
}

/** The model does not say whether the entry sets its boundary or the whole section does. */
function boundaryOrigin({ path }: RoleModel): Partial<ResourceOrigin> {
  return {
    path: [...path, 'permissions_boundary'],
    otherwise: [['security', 'permissions_boundary'], path],
  }
}

function valueOrigin(
  { path }: RoleModel,
  reason: string,
  property: string | undefined,
): Partial<ResourceOrigin> {
  if (property === 'tags' || /\btag (key|value)s?\b/i.test(reason))
    return { path: ['tags'], otherwise: [path] }
  if (property === 'maxsessionduration' || /MaxSessionDuration/i.test(reason))
    return { path: [...path, 'max_session_seconds'], otherwise: [path] }
  return property === 'description' ? { path: [...path, 'description'], otherwise: [path] } : {}
}
