import type { Conditions } from '@sec/common/iam'

/** A part of what an action may reach, with the conditions that fence it in. */
export interface Grant {
  /** What the statement is called, letters and digits only. */
  readonly sid: string
  readonly resources: readonly string[]
  readonly condition?: Conditions
}
