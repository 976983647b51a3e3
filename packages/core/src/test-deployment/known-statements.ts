import type { IamEstate, IamGroup, IamRole } from '@sec/common/iam'
import { readDocument } from '../documents/read-document.js'
import { type StatementView, viewStatement } from '../documents/statement-view.js'
import { attachedPolicies } from '../estate/attached-policies.js'

/** A statement that a group or role has, with the policy that it stands in. */
export interface KnownStatement extends StatementView {
  readonly policyName: string
}

/** What is known of what a group or role may do. */
export interface KnownPermissions {
  readonly statements: readonly KnownStatement[]
  /** ARNs of attached policies whose documents the estate does not hold. */
  readonly unknownPolicyArns: readonly string[]
}

export function knownPermissions(holder: IamGroup | IamRole, estate: IamEstate): KnownPermissions {
  const { own, foreignArns } = attachedPolicies(holder, estate)
  return {
    statements: [...holder.inlinePolicies, ...own].flatMap(({ policyName, document }) =>
      statementsOf(document).map((statement) => ({ ...statement, policyName })),
    ),
    unknownPolicyArns: foreignArns,
  }
}

function statementsOf(document: unknown): readonly StatementView[] {
  return (readDocument(document)?.statements ?? []).flatMap(({ written }) => viewStatement(written) ?? [])
}
