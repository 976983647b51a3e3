import type { IssuePath } from '@sec/common'
import type { RoleModel } from '../model/model.js'
import { isNamed } from './statement-origin.js'

/** IAM's words for a trust policy that it refuses, or that is too long. */
export function isAboutTrust(reason: string): boolean {
  return /invalid principal|principals? must|no principals|trust policy|assume ?role ?policy|aclsizeperrole/i.test(
    reason,
  )
}

/** The key that a role's trust is made of, down to the list item where the reason names a principal. */
export function trustOrigin({ trust, path }: RoleModel, reason: string): IssuePath {
  const origin = trust[0]?.origin.path ?? path
  const index = trustedOf(trust).findIndex((principal) => isNamed(principal, reason))
  const isList = ['trusted_principals', 'trusted_accounts'].includes(String(origin.at(-1)))
  return isList && index >= 0 ? [...origin, index] : origin
}

/** In the order of the list in the config. */
function trustedOf(trust: RoleModel['trust']): readonly string[] {
  const principal = trust[0]?.statement.Principal
  return typeof principal === 'object' ? [principal.AWS ?? []].flat() : []
}
