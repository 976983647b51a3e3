import type { IssuePath } from '@sec/common'
import { iamLimits } from '../limits/iam-limits.js'
import { crossAccountRoleNameOf, type OwnerKind, roleNameOf } from '../names/names.js'
import type { BuildContext, ServiceRoleConfig } from './build-context.js'
import { buildMayPass, rolesPassableBy } from './may-pass.js'
import type { RoleKind, RoleModel, StatementModel } from './model.js'
import type { PermissionKeys, PermissionSource } from './owner.js'
import { buildPermissions } from './permissions.js'
import { boundaryArn } from './policy-arns.js'
import { type Built, namedPrincipal, withPermissions } from './principal.js'

/** What the kinds of roles differ in. */
export interface RoleParts {
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
  /** Where the permissions stand, unless in the role itself. */
  readonly source?: PermissionSource | undefined
  readonly mirrorsGroup?: string | undefined
}

export function buildRole(parts: RoleParts, context: BuildContext): Built<RoleModel> {
  const { owner, name, path, role, passer } = parts
  const source = parts.source ?? { entry: role, path }
  const generated = buildMayPass(passer, context)
  const model = {
    kind: parts.kind,
    roleName: nameOf(parts, context),
    trust: parts.trust,
    maxSessionSeconds: role.max_session_seconds ?? iamLimits.sessionSeconds.default,
    services: parts.services ?? [],
    mayPass: rolesPassableBy(passer, context),
    ...boundaryOf(role, context),
    ...(parts.mirrorsGroup !== undefined && { mirrorsGroup: parts.mirrorsGroup }),
    ...namedPrincipal(owner, name, path, role.description),
  }
  return withPermissions(model, buildPermissions({ kind: owner, name, path, source, generated }, context))
}

function nameOf({ owner, name }: RoleParts, { identity }: BuildContext): string {
  return owner === 'xacct' ? crossAccountRoleNameOf(identity.prefix, name) : roleNameOf(identity.prefix, name)
}

function boundaryOf(role: RoleParts['role'], context: BuildContext): Pick<RoleModel, 'permissionsBoundary'> {
  const boundary = role.permissions_boundary ?? context.config.security.permissions_boundary
  return boundary === undefined ? {} : { permissionsBoundary: boundaryArn(boundary, context) }
}
