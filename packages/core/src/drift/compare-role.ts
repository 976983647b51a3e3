import type { IamEstate, IamRole, ObservedRole } from '@sec/common/iam'
import { compareAttachments } from './compare-attachments.js'
import { compareBoundary } from './compare-boundary.js'
import { compareInlinePolicies } from './compare-inline-policies.js'
import { compareTags } from './compare-tags.js'
import { compareTrust } from './compare-trust.js'
import { compareDescription, comparePath, compareSessionLength } from './compare-values.js'
import type { DriftFinding, DriftSubject } from './drift-finding.js'

export function compareRole(
  expected: IamRole,
  found: ObservedRole,
  subject: DriftSubject,
  estate: IamEstate,
): readonly DriftFinding[] {
  return [
    ...comparePath(expected, found, subject),
    ...compareDescription(expected, found, subject),
    ...compareTrust(expected, found, subject),
    ...compareSessionLength(expected, found, subject),
    ...compareBoundary(expected, found, subject),
    ...compareInlinePolicies(expected, found, subject),
    ...compareAttachments(expected, found, subject, estate),
    ...compareTags(expected, found, subject),
  ]
}
