import { counted } from '@sec/common'

/** How much an estate holds. */
export interface EstateCounts {
  readonly groups: number
  readonly roles: number
  readonly policies: number
}

type Counted = Readonly<Record<keyof EstateCounts, readonly unknown[]>>

/** Counts what an estate or a model lists. */
export function countsOf({ groups, roles, policies }: Counted): EstateCounts {
  return { groups: groups.length, roles: roles.length, policies: policies.length }
}

/** `12 groups, 14 roles, 38 policies`. */
export function describeCounts({ groups, roles, policies }: EstateCounts): string {
  return [counted(groups, 'group'), counted(roles, 'role'), counted(policies, 'policy', 'policies')].join(
    ', ',
  )
}
