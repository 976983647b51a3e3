import type { ContextEntry } from '../ports.js'

/** A statement that is expected to allow what it says. */
export interface SimulationCase {
  /** Of a group or role. */
  readonly principalArn: string
  /** What people know the statement by. */
  readonly label: string
  readonly actions: readonly string[]
  /** ARNs that the statement covers, without wildcards, or `*`. */
  readonly resources: readonly string[]
  /** Values for condition keys. */
  readonly context?: readonly ContextEntry[]
  /** Keys that the statement's own conditions ask for, so that a refusal for want of one is told from others. */
  readonly conditionKeys?: readonly string[]
}
