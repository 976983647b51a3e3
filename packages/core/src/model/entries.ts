import type { IssuePath } from '@sec/common'
import { entryLogicalId } from '../names/logical-ids.js'
import { crossAccountRoleNameOf, groupNameOf, type OwnerKind, roleNameOf } from '../names/names.js'
import type {
  AssumableRoleConfig,
  BuildContext,
  CrossAccountRoleConfig,
  GroupConfig,
  ServiceRoleConfig,
} from './build-context.js'
import { buildMayAssume, rolesAssumableBy } from './may-assume.js'
import { buildMayPass, rolesPassableBy } from './may-pass.js'
import type { GroupModel, PolicyModel, RoleKind, RoleModel, StatementModel } from './model.js'
import { buildPermissions, type PermissionKeys, type Permissions } from './permissions.js'
import { boundaryArn } from './policy-arns.js'
import { servicePrincipals } from './services.js'
import { buildAccountTrust } from './trust/account-trust.js'
import { buildCallerTrust } from './trust/caller-trust.js'
import { buildServiceTrust } from './trust/service-trust.js'

/** A group or role together with the policies that it attaches. */
export interface Built<Model> {
  readonly model: Model
  readonly policies: readonly PolicyModel[]
}

/** Seconds: what a role gets that says nothing. */
const defaultSessionSeconds = 3600

export function buildGroup(name: string, group: GroupConfig, context: BuildContext): Built<GroupModel> {
  const path = ['security', 'iam_groups', name]
  const generated = [...buildMayAssume(name, path, context), ...buildMayPass(name, context)]
  const permissions = buildPermissions(
    { kind: 'group', name, path, source: { entry: group, path }, generated },
    context,
  )
  const { prefix } = context.identity
  return built(permissions, {
    groupName: groupNameOf(prefix, name),
    mayAssume: rolesAssumableBy(name, context).map((role) => roleNameOf(prefix, role)),
    mayPass: rolesPassableBy(name, context),
    ...common('group', name, path, group.description),
  })
}

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

export function buildCrossAccountRole(
  name: string,
  role: CrossAccountRoleConfig,
  context: BuildContext,
): Built<RoleModel> {
  const path = ['security', 'cross_account_roles', name]
  const trust = buildAccountTrust(role, path, context)
  return buildRole({ kind: 'cross-account', owner: 'xacct', name, path, role, passer: name, trust }, context)
}

/** A mirror role has the group's permissions, what it may pass included, without what it may assume. */
function mirrored(group: string, { config }: BuildContext) {
  return { entry: config.security.iam_groups[group] ?? {}, path: ['security', 'iam_groups', group] }
}

interface RoleParts {
  readonly kind: RoleKind
  readonly owner: Exclude<OwnerKind, 'group'>
  readonly name: string
  readonly path: IssuePath
  readonly role: PermissionKeys &
    Pick<ServiceRoleConfig, 'description' | 'max_session_seconds' | 'permissions_boundary'>
  /** Whose name `passable_by` has: the role's own, or that of the group it mirrors. */
  readonly passer: string
  readonly trust: readonly StatementModel[]
  readonly services?: readonly string[]
  readonly source?: { readonly entry: PermissionKeys; readonly path: IssuePath } | undefined
  readonly mirrorsGroup?: string | undefined
}

function buildRole(parts: RoleParts, context: BuildContext): Built<RoleModel> {
  const { owner, name, path, role, passer } = parts
  const source = parts.source ?? { entry: role, path }
  const generated = buildMayPass(passer, context)
  const permissions = buildPermissions({ kind: owner, name, path, source, generated }, context)
  const boundary = role.permissions_boundary ?? context.config.security.permissions_boundary
  return built(permissions, {
    kind: parts.kind,
    roleName:
      owner === 'xacct'
        ? crossAccountRoleNameOf(context.identity.prefix, name)
        : roleNameOf(context.identity.prefix, name),
    trust: parts.trust,
    maxSessionSeconds: role.max_session_seconds ?? defaultSessionSeconds,
    services: parts.services ?? [],
    mayPass: rolesPassableBy(passer, context),
    ...(boundary !== undefined && { permissionsBoundary: boundaryArn(boundary, context) }),
    ...(parts.mirrorsGroup !== undefined && { mirrorsGroup: parts.mirrorsGroup }),
    ...common(owner, name, path, role.description),
  })
}

function common(owner: OwnerKind, configName: string, path: IssuePath, description = '') {
  return { configName, logicalId: entryLogicalId(owner, configName), description, path }
}

function built<Model extends object>({ policies, ...permissions }: Permissions, model: Model) {
  return {
    model: { ...model, attachments: permissions.attachments, inlinePolicies: permissions.inlinePolicies },
    policies,
  }
}
