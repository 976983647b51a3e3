/** A statement with the policy that holds it. */
export interface PolicyStatement {
  readonly policyName: string
  /** As it is written in the document. */
  readonly statement: unknown
}

/** A value before and after; undefined where there is none. */
export interface ValuePair<Value> {
  readonly before?: Value
  readonly after?: Value
}

/** What a group or role may do more, and what it may do no longer. */
export interface AccessChange {
  readonly kind: 'group' | 'role'
  readonly name: string
  readonly change: 'new' | 'removed' | 'changed'
  /** Statements that no policy of it held before. */
  readonly gained: readonly PolicyStatement[]
  /** Statements that no policy of it holds any longer. */
  readonly lost: readonly PolicyStatement[]
  /** ARNs of attached policies that are not the estate's own: AWS's, or of somebody else. */
  readonly policiesGained: readonly string[]
  readonly policiesLost: readonly string[]
  /** Statements of the trust policy, of who may assume a role. */
  readonly trustGained: readonly unknown[]
  readonly trustLost: readonly unknown[]
  /** ARNs; both the same where the boundary's own document changes. */
  readonly permissionsBoundary?: ValuePair<string>
  readonly maxSessionSeconds?: ValuePair<number>
  /**
   * True where access may become wider: an Allow gained, a Deny lost, a policy of somebody else attached, trust
   * widened, or the permissions boundary removed or another one.
   */
  readonly grows: boolean
}
