import type { IssuePath } from '@sec/common'
import { type Branch, itemsOf } from '../read/branches.js'
import { callOf } from '../read/call.js'
import type { KnownResource } from './known-resources.js'

/** Groups, roles and users: what policies stand in or are attached to. */
const principalTypes = {
  'AWS::IAM::Group': { name: 'GroupName', list: 'Groups' },
  'AWS::IAM::Role': { name: 'RoleName', list: 'Roles' },
  'AWS::IAM::User': { name: 'UserName', list: 'Users' },
} as const

export type PrincipalType = keyof typeof principalTypes

export function isPrincipalType(type: string): type is PrincipalType {
  return Object.hasOwn(principalTypes, type)
}

/** Something that is certainly attached to, or stands in, a principal. */
export interface Attached {
  readonly policy: KnownResource
  readonly path: IssuePath
}

/** The policies of these types that name a principal by Ref, or by its literal name. Conditional ones are left out. */
export function attachedTo(
  principal: KnownResource,
  resources: readonly KnownResource[],
  types: readonly string[],
): Attached[] {
  if (!isPrincipalType(principal.type)) return []
  const { name, list } = principalTypes[principal.type]
  const properties = [list, name]
  return resources
    .filter(({ type, condition }) => types.includes(type) && condition === undefined)
    .flatMap((policy) =>
      properties.flatMap((property) =>
        itemsOf(policy.properties[property], ['Resources', policy.id, 'Properties', property])
          .filter((item) => names(item, principal, name))
          .map(({ path }) => ({ policy, path })),
      ),
    )
}

function names({ value, isConditional }: Branch, principal: KnownResource, property: string): boolean {
  if (isConditional) return false
  const call = callOf(value)
  if (call) return call.name === 'Ref' && call.argument === principal.id
  return typeof value === 'string' && value === principal.properties[property]
}
