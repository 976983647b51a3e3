import { awsError } from '@sec/aws'
import { issueKind, type ProvisionerError } from '@sec/common'

/** States of a stack in which an action cannot go on. */
export const stackErrorKinds = {
  STACK_HALF_DELETED: issueKind<{ stack: string }>({
    severity: 'error',
    meaning: 'A deletion of the stack failed half way; it can only be deleted.',
    message: ({ stack }) => `the stack "${stack}" is in DELETE_FAILED: its deletion stopped half way`,
    hint: () => 'run delete-stack, which says what keeps it from going, and goes on from there',
    sample: { stack: 'edge-prod-b001-us-west-1-medium-sec-stack' },
  }),
  STACK_CHANGED_MEANWHILE: issueKind<{ stack: string; status: string; who: string }>({
    severity: 'error',
    meaning: 'Somebody else changed the stack after this run had looked at it. This run changed nothing.',
    message: ({ stack, status, who }) =>
      `somebody else was quicker: the stack "${stack}" was changed meanwhile and is in ${status} (${who})`,
    hint: () => 'run the command again: it starts from the stack as it is now',
    sample: {
      stack: 'edge-prod-b001-us-west-1-medium-sec-stack',
      status: 'UPDATE_COMPLETE',
      who: 'a deploy by alice, since 12:03:05 UTC',
    },
  }),
  STACK_MISSING: issueKind<{ stack: string; action: string }>({
    severity: 'error',
    meaning: 'The action looks at a deployed stack, and there is none.',
    message: ({ stack, action }) => `there is no stack "${stack}" for ${action} to look at`,
    hint: () =>
      'run deploy first, or look whether --profile and the config name the right account and region',
    sample: { stack: 'edge-prod-b001-us-west-1-medium-sec-stack', action: 'check-drift' },
  }),
  STACK_NEEDS_DEPLOY: issueKind<{ stack: string; status: string; way: string }>({
    severity: 'error',
    meaning: 'The stack is in a state in which changes cannot be previewed.',
    message: ({ stack, status }) =>
      `the stack "${stack}" is in ${status}, in which CloudFormation previews no change`,
    hint: ({ way }) => way,
    sample: {
      stack: 'edge-prod-b001-us-west-1-medium-sec-stack',
      status: 'UPDATE_ROLLBACK_FAILED',
      way: 'run deploy, which offers to continue the rollback',
    },
  }),
} as const

/** The error for a state of the stack in which an action cannot go on. */
export function stackError<Code extends keyof typeof stackErrorKinds>(
  code: Code,
  args: Parameters<(typeof stackErrorKinds)[Code]['message']>[0],
): ProvisionerError {
  return awsError(stackErrorKinds, code, args as never)
}
