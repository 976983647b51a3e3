import type { IamRole } from '@sec/common/iam'
import type { DriftDifference, DriftSubject } from './drift-finding.js'

type Bounded = Pick<IamRole, 'permissionsBoundary'>

/** A boundary takes away, whatever it says; what another one takes away cannot be told from its name. */
export function compareBoundary(
  { permissionsBoundary: expected }: Bounded,
  { permissionsBoundary: found }: Bounded,
  subject: DriftSubject,
): readonly DriftDifference[] {
  if (expected === found) return []
  if (expected === undefined)
    return found === undefined ? [] : [{ kind: 'boundary-added', subject, effect: 'narrower', found }]
  if (found === undefined) return [{ kind: 'boundary-removed', subject, effect: 'wider', expected }]
  return [{ kind: 'boundary-changed', subject, effect: 'other', expected, found }]
}
