import type { IamEstate, IamGroup, ObservedGroup } from '@sec/common/iam'
import { compareAttachments } from './compare-attachments.js'
import { compareInlinePolicies } from './compare-inline-policies.js'
import { comparePath } from './compare-values.js'
import type { DriftFinding, DriftSubject } from './drift-finding.js'

/** Who is in a group is nobody's business here: people come and go without a deployment. */
export function compareGroup(
  expected: IamGroup,
  found: ObservedGroup,
  subject: DriftSubject,
  estate: IamEstate,
): readonly DriftFinding[] {
  return [
    ...comparePath(expected, found, subject),
    ...compareInlinePolicies(expected, found, subject),
    ...compareAttachments(expected, found, subject, estate),
  ]
}
