/** What an action would do, as `--dry-run` shows it. */
export type PlanStep = PlanCall | PlanDecision

/** One call of AWS, or the same call on several things. */
export interface PlanCall {
  readonly kind: 'call'
  /** The API operation, such as `s3:PutObject`. */
  readonly call: string
  /** What it is called on: a name, a key, a path; what several names have in common, ending in `*`. */
  readonly on: string
  /** The names, where there are several. */
  readonly names?: readonly string[]
  /** For people: starts with a verb. */
  readonly why: string
  /** The conditions under which it is made, outermost first, such as `if the stack exists`; absent where it is always made. */
  readonly when?: readonly string[]
  /** How often, where that is known and not once. */
  readonly times?: number
  /** How often at most, where only that is known. */
  readonly timesAtMost?: number
  /** What it is repeated for, such as `until the operation has ended`. */
  readonly until?: string
  /** Bytes of the template that it sends. */
  readonly bytes?: number
}

/** What is decided, asked or done without a call. */
export interface PlanDecision {
  readonly kind: 'decision'
  readonly text: string
  readonly when?: readonly string[]
}
