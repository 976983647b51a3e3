/**
 * A policy document and its statements, in AWS's own spelling.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html | IAM policy grammar}
 */
export interface PolicyDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly Statement[]
}

/** One or many texts: IAM takes both. */
export type OneOrMany = string | readonly string[]

export type ConditionOperands = Readonly<Record<string, OneOrMany>>
/** Operator to condition key to value or values. */
export type Conditions = Readonly<Record<string, ConditionOperands>>

export type Principal =
  | '*'
  | Readonly<Partial<Record<'AWS' | 'Service' | 'Federated' | 'CanonicalUser', OneOrMany>>>

/** A statement; keys in the order in which they are written. */
export interface Statement {
  readonly Sid?: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: Principal
  readonly NotPrincipal?: Principal
  readonly Action?: OneOrMany
  readonly NotAction?: OneOrMany
  readonly Resource?: OneOrMany
  readonly NotResource?: OneOrMany
  readonly Condition?: Conditions
}

/** A rule that a statement sets aside, with the reason that a reviewer reads. */
export interface Suppression {
  readonly rule: string
  readonly reason: string
}

/** A statement as people write it: with a reason, suppressions and a part, none of which reaches the policy. */
export interface WrittenStatement extends Statement {
  readonly reason?: string
  readonly suppress?: readonly Suppression[]
  /** From 1: which document of a level or entry it goes into, where all of them pass one document's size. */
  readonly part?: number
}
