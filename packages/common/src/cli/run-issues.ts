import { type ErrorKind, ProvisionerError } from '../error/provisioner-error.js'
import { type ArgsOf, type IssueKind, type IssueKinds, issueKind } from '../issue/issue-kinds.js'

/** What ends a run on its way. */
export const runIssueKinds = {
  DECLINED: issueKind<{ reason: string }>({
    severity: 'error',
    meaning:
      'A question was answered by no, or by Escape. What would have followed was not done; exit code 3.',
    message: ({ reason }) => `stopped, for ${reason}`,
    hint: () => 'run the action again when you are ready',
    sample: { reason: 'the answer was no' },
  }),
} as const

/** An error with the words of a kind. */
export function errorOf<Kinds extends IssueKinds, Code extends keyof Kinds & string>(
  kind: ErrorKind,
  kinds: Kinds,
  code: Code,
  args: ArgsOf<Kinds, Code>,
): ProvisionerError {
  const words = kinds[code] as IssueKind
  return new ProvisionerError(kind, code, words.message(args as never), { hint: words.hint(args as never) })
}
