import type { IamRole } from '@sec/common/iam'
import { documentChange } from './document-change.js'
import type { DriftFinding, DriftSubject } from './drift-finding.js'
import { deletedPrincipalId } from './statement-covers.js'
import { viewStatement } from './statement-view.js'

export function compareTrust(
  expected: Pick<IamRole, 'trustPolicy'>,
  found: Pick<IamRole, 'trustPolicy'>,
  subject: DriftSubject,
): readonly DriftFinding[] {
  const change = documentChange(expected.trustPolicy, found.trustPolicy)
  if (change === 'same') return []
  if (change === 'unreadable')
    return [{ kind: 'not-checked', subject, part: 'trust policy', reason: 'it is no policy document' }]
  const deletedPrincipalIds = deletedIn(change.gained)
  return [{ kind: 'changed-trust-policy', subject, ...change, deletedPrincipalIds }]
}

function deletedIn(statements: readonly unknown[]): readonly string[] {
  const principals = statements.flatMap((statement) => viewStatement(statement)?.principals ?? [])
  return [...new Set(principals.flatMap((principal) => deletedPrincipalId(principal) ?? []))]
}
