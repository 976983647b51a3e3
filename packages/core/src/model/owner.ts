import type { IssuePath } from '@sec/common'
import type { OwnerKind } from '../names/names.js'
import type { GroupConfig } from './build-context.js'
import type { StatementModel } from './model.js'

/** Whose permissions are built. */
export interface Owner {
  readonly kind: OwnerKind
  readonly name: string
  readonly path: IssuePath
  readonly source: PermissionSource
  /** Statements that the tool writes: what the owner may assume and pass. */
  readonly generated: readonly StatementModel[]
}

/** Where the permission keys stand: the owner itself, or the group that it mirrors. */
export interface PermissionSource {
  readonly entry: PermissionKeys
  readonly path: IssuePath
}

export type PermissionKeys = Pick<GroupConfig, 'managed_policies' | 'policy_assignments' | 'statements'>
