import type { IssuePath } from '@sec/common'
import type { GroupModel, PolicyModel, RoleModel, SecModel } from '../model/model.js'

/** The config line that caused a resource, or what went wrong with it. */
export interface ResourceOrigin {
  readonly path: IssuePath
  /** The group or role, as the config calls it. */
  readonly configName: string
  /** Further places that may have caused it, for where the config has nothing at the path. */
  readonly otherwise?: readonly IssuePath[]
  /** The policy template that the statements come from. */
  readonly templateFile?: string
}

/** A resource of the template as the model has it. */
export type ModelResource =
  | { readonly kind: 'group'; readonly model: GroupModel }
  | { readonly kind: 'role'; readonly model: RoleModel }
  | { readonly kind: 'policy'; readonly model: PolicyModel }

/** The config path of the entry that caused a resource; undefined for a logical id that the template does not have. */
export function pathOfLogicalId(model: SecModel, logicalId: string): IssuePath | undefined {
  return findResource(model, logicalId)?.model.path
}

/** @returns Undefined for a logical id that the template does not have. */
export function findResource(
  { groups, roles, policies }: SecModel,
  logicalId: string,
): ModelResource | undefined {
  const isIt = (model: { readonly logicalId: string }) => model.logicalId === logicalId
  const group = groups.find(isIt)
  if (group) return { kind: 'group', model: group }
  const role = roles.find(isIt)
  if (role) return { kind: 'role', model: role }
  const policy = policies.find(isIt)
  return policy && { kind: 'policy', model: policy }
}
