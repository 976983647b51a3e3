import type { IamRole } from '@sec/common/iam'
import { deletedPrincipalId } from '../documents/statement-covers.js'
import { viewStatement } from '../documents/statement-view.js'
import { documentChange, unreadable } from './document-change.js'
import type { DriftFinding, DriftSubject } from './drift-finding.js'

export function compareTrust(
  expected: Pick<IamRole, 'trustPolicy'>,
  found: Pick<IamRole, 'trustPolicy'>,
  subject: DriftSubject,
): readonly DriftFinding[] {
  const change = documentChange(expected.trustPolicy, found.trustPolicy)
  if (change === 'same') return []
  if (change === 'unreadable') return [unreadable(subject, 'trust policy')]
  const deletedPrincipalIds = deletedIn(change.gained)
  return [{ kind: 'changed-trust-policy', subject, ...change, deletedPrincipalIds }]
}

function deletedIn(statements: readonly unknown[]): readonly string[] {
  const principals = statements.flatMap((statement) => viewStatement(statement)?.principals ?? [])
  return [...new Set(principals.flatMap((principal) => deletedPrincipalId(principal) ?? []))]
}
