import type { RoleModel, SecModel } from '../model/model.js'
import { plainRendering, type Rendering, roleIdsByArn, withReferences } from './references.js'

/** Facts shared by the whole stack. */
export interface GenerateContext {
  readonly tags: Readonly<Record<string, string>>
  /** How texts are rendered that wait for no role: trust policies, levels, ARNs. */
  readonly render: Rendering
  /** How the own statements of an owner are rendered. */
  readonly renderOwnOf: (owner: RoleModel['kind'] | 'group') => Rendering
}

export function generateContext(model: SecModel): GenerateContext {
  const render = plainRendering(model)
  const anyRole = withReferences(
    roleIdsByArn(model, () => true),
    render,
  )
  const serviceRoles = withReferences(
    roleIdsByArn(model, (kind) => kind === 'service'),
    render,
  )
  return {
    tags: model.tags,
    render,
    // References point one way: groups to roles, other roles to service roles, service roles to none.
    renderOwnOf: (owner) => (owner === 'group' ? anyRole : owner === 'service' ? render : serviceRoles),
  }
}
