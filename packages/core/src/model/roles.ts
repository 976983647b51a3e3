import { servicePrincipals } from '../names/service-principals.js'
import type {
  AssumableRoleConfig,
  BuildContext,
  CrossAccountRoleConfig,
  ServiceRoleConfig,
} from './build-context.js'
import type { RoleModel } from './model.js'
import type { PermissionSource } from './owner.js'
import type { Built } from './principal.js'
import { buildRole } from './role.js'
import { buildAccountTrust } from './trust/account-trust.js'
import { buildCallerTrust } from './trust/caller-trust.js'
import { buildServiceTrust } from './trust/service-trust.js'

export function buildServiceRole(
  name: string,
  role: ServiceRoleConfig,
  context: BuildContext,
): Built<RoleModel> {
  const path = ['security', 'service_roles', name]
  const services = servicePrincipals(role.service)
  const trust = buildServiceTrust(services, [...path, 'service'], context)
  return buildRole(
    { kind: 'service', owner: 'role', name, path, role, passer: name, trust, services },
    context,
  )
}

export function buildAssumableRole(
  name: string,
  role: AssumableRoleConfig,
  context: BuildContext,
): Built<RoleModel> {
  const path = ['security', 'assumable_roles', name]
  const trust = buildCallerTrust(role, [...path, 'assumable_by'], context)
  const group = role.mirrors_group
  const kind = group === undefined ? 'elevation' : 'cross-function'
  const source = group === undefined ? undefined : mirrored(group, context)
  return buildRole(
    { kind, owner: 'role', name, path, role, passer: group ?? name, trust, source, mirrorsGroup: group },
    context,
  )
}

/** A mirror role has the group's permissions, what it may pass included, without what it may assume. */
function mirrored(group: string, { config }: BuildContext): PermissionSource {
  return { entry: config.security.iam_groups[group] ?? {}, path: ['security', 'iam_groups', group] }
}

export function buildCrossAccountRole(
  name: string,
  role: CrossAccountRoleConfig,
  context: BuildContext,
): Built<RoleModel> {
  const path = ['security', 'cross_account_roles', name]
  const trust = buildAccountTrust(role, path, context)
  return buildRole({ kind: 'cross-account', owner: 'xacct', name, path, role, passer: name, trust }, context)
}
