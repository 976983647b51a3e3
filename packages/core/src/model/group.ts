import { groupNameOf, roleNameOf } from '../names/names.js'
import type { BuildContext, GroupConfig } from './build-context.js'
import { buildMayAssume, rolesAssumableBy } from './may-assume.js'
import { buildMayPass, rolesPassableBy } from './may-pass.js'
import type { GroupModel } from './model.js'
import { buildPermissions } from './permissions.js'
import { type Built, namedPrincipal, withPermissions } from './principal.js'

export function buildGroup(name: string, group: GroupConfig, context: BuildContext): Built<GroupModel> {
  const path = ['security', 'iam_groups', name]
  const { prefix } = context.identity
  const generated = [...buildMayAssume(name, path, context), ...buildMayPass(name, context)]
  const source = { entry: group, path }
  const model = {
    groupName: groupNameOf(prefix, name),
    mayAssume: rolesAssumableBy(name, context).map((role) => roleNameOf(prefix, role)),
    mayPass: rolesPassableBy(name, context),
    ...namedPrincipal('group', name, path, group.description),
  }
  return withPermissions(model, buildPermissions({ kind: 'group', name, path, source, generated }, context))
}
