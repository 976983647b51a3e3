import type { IssuePath } from '@sec/common'
import { roleNameOf } from '../names/names.js'
import type { BuildContext } from './build-context.js'
import type { StatementModel } from './model.js'

/** The roles that a group's members may assume: enabled ones that name the group too. */
export function rolesAssumableBy(group: string, context: BuildContext): string[] {
  const named = context.config.security.iam_groups[group]?.assumable_roles ?? []
  return named.filter((role) => context.isEnabled('assumable_roles', role)).sort()
}

/** The statements that let a group's members assume its roles. */
export function buildMayAssume(group: string, path: IssuePath, context: BuildContext): StatementModel[] {
  const roles = rolesAssumableBy(group, context)
  const withIdentity = roles.filter(
    (role) => context.config.security.assumable_roles?.[role]?.require_source_identity,
  )
  const at = [...path, 'assumable_roles']
  return [
    ...statementFor('MayAssumeRoles', 'sts:AssumeRole', roles, at, context),
    ...statementFor('MayAssumeSetIdentity', 'sts:SetSourceIdentity', withIdentity, at, context),
  ]
}

function statementFor(
  sid: string,
  action: string,
  roles: readonly string[],
  path: IssuePath,
  context: BuildContext,
): StatementModel[] {
  if (roles.length === 0) return []
  const Resource = roles.map((role) => roleArn(roleNameOf(context.identity.prefix, role), context))
  return [
    {
      statement: { Sid: sid, Effect: 'Allow', Action: [action], Resource },
      origin: { kind: 'config', path },
    },
  ]
}

/** The ARN of a role of this estate, written out. */
export function roleArn(roleName: string, { resolver }: BuildContext): string {
  return resolver.text(`arn:\${partition}:iam::\${account_id}:role/${roleName}`)
}
