import { counted } from '@sec/common'
import type { SecModel } from '@sec/core'

/** How much a model holds. */
export interface EstateCounts {
  readonly groups: number
  readonly roles: number
  readonly policies: number
}

export function countsOf({ groups, roles, policies }: SecModel): EstateCounts {
  return { groups: groups.length, roles: roles.length, policies: policies.length }
}

/** `12 groups, 14 roles, 38 policies`. */
export function describeCounts({ groups, roles, policies }: EstateCounts): string {
  return [counted(groups, 'group'), counted(roles, 'role'), counted(policies, 'policy', 'policies')].join(
    ', ',
  )
}
