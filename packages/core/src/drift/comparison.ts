import type { IamEstate } from '@sec/common/iam'
import type { DriftFinding, DriftSubject } from './drift-finding.js'

/**
 * Compares what a template makes with what was found.
 *
 * @param estate - Says what its own policies mean, and who belongs to it.
 */
export type Comparison<Expected, Found = Expected> = (
  expected: Expected,
  found: Found,
  subject: DriftSubject,
  estate: IamEstate,
) => readonly DriftFinding[]

/** All of these, in their order. */
export function together<Expected, Found>(
  ...comparisons: readonly Comparison<Expected, Found>[]
): Comparison<Expected, Found> {
  return (...given) => comparisons.flatMap((compare) => compare(...given))
}
