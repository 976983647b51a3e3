import type { Statement } from '@sec/common/iam'
import { roleNameOf } from '../names/names.js'
import { servicePrincipals, serviceSid } from '../names/service-principals.js'
import type { BuildContext } from './build-context.js'
import { roleArn } from './may-assume.js'
import type { MayPass, StatementModel } from './model.js'

/** A service role that an entry may pass. */
interface Passable {
  readonly role: string
  readonly services: readonly string[]
}

function passableBy(name: string, context: BuildContext): Passable[] {
  return context
    .enabled('service_roles')
    .filter(([, role]) => role.passable_by?.includes(name))
    .map(([role, entry]) => ({ role, services: servicePrincipals(entry.service) }))
}

/** What an entry may pass, for exports and reports. */
export function rolesPassableBy(name: string, context: BuildContext): MayPass[] {
  return passableBy(name, context).map(({ role, services }) => ({
    roleName: roleNameOf(context.identity.prefix, role),
    services,
  }))
}

/**
 * `iam:PassRole` on exactly these roles, to exactly their services; one statement for each set of services.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html | Passing a role}
 */
export function buildMayPass(name: string, context: BuildContext): StatementModel[] {
  const passable = passableBy(name, context)
  const sets = [...new Set(passable.map(({ services }) => services.join()))]
  return sets.map((set) => {
    const roles = passable.filter(({ services }) => services.join() === set)
    return { statement: passStatement(roles, context), origin: originOf(name, roles[0], context) }
  })
}

function passStatement(roles: readonly Passable[], context: BuildContext): Statement {
  const services = roles[0]?.services ?? []
  return {
    Sid: `MayPassTo${services.map(serviceSid).join('And')}`,
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: roles.map(({ role }) => roleArn(roleNameOf(context.identity.prefix, role), context)),
    Condition: {
      StringEquals: { 'iam:PassedToService': services.length === 1 ? (services[0] as string) : services },
    },
  }
}

function originOf(
  name: string,
  passable: Passable | undefined,
  context: BuildContext,
): StatementModel['origin'] {
  const list = context.config.security.service_roles[passable?.role ?? '']?.passable_by ?? []
  return {
    kind: 'config',
    path: ['security', 'service_roles', passable?.role ?? '', 'passable_by', list.indexOf(name)],
  }
}
