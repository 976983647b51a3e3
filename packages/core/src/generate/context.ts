import type { RoleModel, SecModel } from '../model/model.js'
import { type Rendering, roleIdsByArn, substituted, withReferences } from './references.js'

/** Facts shared by the whole stack. */
export interface GenerateContext {
  readonly tags: Readonly<Record<string, string>>
  /** How the own statements of an owner are rendered. */
  readonly renderOwnOf: (owner: RoleModel['kind'] | 'group') => Rendering
}

export function generateContext(model: SecModel): GenerateContext {
  const anyRole = withReferences(roleIdsByArn(model, () => true))
  const serviceRoles = withReferences(roleIdsByArn(model, (kind) => kind === 'service'))
  return {
    tags: model.tags,
    // References point one way: groups to roles, other roles to service roles, service roles to none.
    renderOwnOf: (owner) => (owner === 'group' ? anyRole : owner === 'service' ? substituted : serviceRoles),
  }
}
