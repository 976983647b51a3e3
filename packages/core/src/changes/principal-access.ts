import {
  type AnyDocument,
  type IamEstate,
  type IamGroup,
  type IamRole,
  type NormalStatement,
  normalizeDocument,
} from '@sec/common/iam'
import { attachedPolicies } from '../estate/attached-policies.js'

/** A normal statement, with the policy that holds it. */
export interface HeldStatement extends NormalStatement {
  readonly policyName: string
}

/** What a group or role holds, ready to be compared: statements by what they give. */
export interface PrincipalAccess {
  /** By their access keys; the first policy that holds one counts. */
  readonly statements: ReadonlyMap<string, HeldStatement>
  /** ARNs of attached policies that are not the estate's own. */
  readonly foreignPolicyArns: readonly string[]
}

/** Everything that stands in the policies of a group or role, as far as the estate has them. */
export function accessOf(principal: IamGroup | IamRole, estate: IamEstate): PrincipalAccess {
  const { own, foreignArns } = attachedPolicies(principal, estate)
  const held = [...own, ...principal.inlinePolicies].flatMap(statementsOf)
  return { statements: byAccess(held), foreignPolicyArns: foreignArns }
}

/** Access keys to the statements of a trust policy. */
export function trustOf(document: AnyDocument): ReadonlyMap<string, NormalStatement> {
  return byAccess(normalizeDocument(document).statements)
}

/** The first of those that give the same. */
function byAccess<Item extends NormalStatement>(statements: readonly Item[]): ReadonlyMap<string, Item> {
  const chosen = new Map<string, Item>()
  for (const one of statements) if (!chosen.has(one.accessKey)) chosen.set(one.accessKey, one)
  return chosen
}

function statementsOf(policy: {
  readonly policyName: string
  readonly document: AnyDocument
}): readonly HeldStatement[] {
  const { policyName, document } = policy
  return normalizeDocument(document).statements.map((statement) => ({ ...statement, policyName }))
}
