import type { IssuePath } from '@sec/common'
import { entryLogicalId } from '../names/logical-ids.js'
import type { OwnerKind } from '../names/names.js'
import type { PolicyModel } from './model.js'
import type { Permissions } from './permissions.js'

/** A group or role together with the policies that it attaches. */
export interface Built<Model> {
  readonly model: Model
  readonly policies: readonly PolicyModel[]
}

/** What every group and role has of its name and place. */
export function namedPrincipal(owner: OwnerKind, configName: string, path: IssuePath, description = '') {
  return { configName, logicalId: entryLogicalId(owner, configName), description, path }
}

/** Puts the permissions into the model of their owner. */
export function withPermissions<Model extends object>(
  model: Model,
  { policies, attachments, inlinePolicies }: Permissions,
) {
  return { model: { ...model, attachments, inlinePolicies }, policies }
}
