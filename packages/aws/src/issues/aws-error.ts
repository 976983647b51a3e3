import { type ArgsOf, type ErrorKind, type IssueKind, type IssueKinds, ProvisionerError } from '@sec/common'

/** What an error may carry beside its words. */
export interface ErrorDetail {
  readonly cause?: unknown
  /** `aws` where nothing else is said. */
  readonly kind?: ErrorKind
}

/** An error whose words come from a table of kinds, as those of issues do. */
export function awsError<Kinds extends IssueKinds, Code extends keyof Kinds & string>(
  kinds: Kinds,
  code: Code,
  args: ArgsOf<Kinds, Code>,
  { cause, kind = 'aws' }: ErrorDetail = {},
): ProvisionerError {
  const words = kinds[code] as IssueKind
  return new ProvisionerError(kind, code, words.message(args as never), {
    hint: words.hint(args as never),
    cause,
  })
}
