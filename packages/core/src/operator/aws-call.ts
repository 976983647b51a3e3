/**
 * What a call goes to. `test-…` are the names of a test deployment; `nothing` is for calls that need no
 * permission, `any` for those that IAM grants on every resource or on none.
 */
export type ResourceKind =
  | 'nothing'
  | 'any'
  | 'stack'
  | 'test-stack'
  | 'change-set'
  | 'service-role'
  | 'template-bucket'
  | 'template-bucket-name'
  | 'template'
  | 'template-key'
  | 'parameter'
  | 'parameter-path'
  | 'group'
  | 'test-group'
  | 'role'
  | 'test-role'
  | 'policy'
  | 'test-policy'

/** Who makes a call: the tool itself, or a service with the caller's credentials. */
export type Caller = 'tool' | 'cloudformation' | 's3'

/** What a config must have for a call to be made at all. */
export type Need =
  | 'template-bucket'
  | 'template-bucket-name'
  | 'service-role'
  | 'no-service-role'
  | 'inline-policies'

/** One call of one of the tool's actions, and the permission that it takes. */
export interface AwsCall {
  /** The API operation, such as `s3:ListObjectsV2`. */
  readonly call: string
  /** The IAM action that grants it, such as `s3:ListBucket`. */
  readonly action: string
  readonly on: ResourceKind
  readonly by: Caller
  /** For people: ends no sentence, starts with a verb of the caller. */
  readonly why: string
  /** All of them; none when the call is made for every config. */
  readonly needs: readonly Need[]
}

/** What a row of calls has in common. */
export interface CallsAt {
  readonly on: ResourceKind
  readonly by?: Caller
  readonly needs?: readonly Need[]
}

/** Calls at one place, as a map from the IAM action, which names the operation too, to why it is called. */
export function calls(at: CallsAt, reasons: Readonly<Record<string, string>>): AwsCall[] {
  return Object.entries(reasons).map(([action, why]) => ({
    call: action,
    action,
    on: at.on,
    by: at.by ?? 'tool',
    why,
    needs: at.needs ?? [],
  }))
}

/** A call whose operation has another name than the action that grants it. */
export function renamedCall(call: string, action: string, at: CallsAt, why: string): AwsCall[] {
  return calls(at, { [action]: why }).map((row) => ({ ...row, call }))
}
