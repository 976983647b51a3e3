import { issueKind } from '@sec/common'

/** What stops an action in the life of a stack. */
export const stackIssueKinds = {
  AWS_WAIT_TOO_LONG: issueKind<{ what: string; limitMs: number; goesOn: string; advice: string }>({
    severity: 'error',
    meaning:
      'AWS did not end within the time that the tool waits for it. What was started there goes on by itself.',
    message: ({ what, limitMs, goesOn }) =>
      `waited ${Math.round(limitMs / 60_000)} minutes for ${what}, which has not ended; ${goesOn}`,
    hint: ({ advice }) => advice,
    sample: {
      what: 'the update of the stack "acme-prod-stack"',
      limitMs: 5_400_000,
      goesOn: 'CloudFormation goes on with it',
      advice:
        'look at the events of the stack in the CloudFormation console, and run the command again when it has ended',
    },
  }),
  AWS_STACK_BUSY: issueKind<{ stackName: string; status: string; who: string }>({
    severity: 'error',
    meaning:
      'Another operation is at work on the stack. CloudFormation does one at a time, and the tool never interrupts one.',
    message: ({ stackName, status, who }) => `the stack "${stackName}" is in ${status}: ${who}`,
    hint: () => 'wait until it has ended, then run the command again',
    sample: {
      stackName: 'acme-prod-stack',
      status: 'UPDATE_IN_PROGRESS',
      who: 'a deploy by alice, since 12:03:05 UTC',
    },
  }),
  AWS_CHANGE_SET_FAILED: issueKind<{ reason: string; more: number; advice: string }>({
    severity: 'error',
    meaning:
      'CloudFormation could not make a change set of the template. Nothing was changed. The message is the first thing that CloudFormation found.',
    message: ({ reason, more }) => (more > 0 ? `${reason} (and ${more} more)` : reason),
    hint: ({ advice }) =>
      advice || 'nothing was changed; mend what the message names and run the command again',
    sample: {
      reason:
        'DataBucket (AWS::S3::Bucket): Resource of type AWS::S3::Bucket with identifier acme-data already exists',
      more: 0,
      advice: 'delete or rename what has this name, or give yours another name',
    },
  }),
  AWS_EMPTY_STACK_STAYS: issueKind<{ stackName: string; status: string }>({
    severity: 'error',
    meaning:
      'A look at the changes of a stack that does not exist makes an empty stack, and CloudFormation did not remove it again.',
    message: ({ stackName, status }) =>
      `the empty stack "${stackName}" could not be removed, it is in ${status}`,
    hint: ({ stackName }) =>
      `it has no resources; remove it with: aws cloudformation delete-stack --stack-name ${stackName}`,
    sample: { stackName: 'acme-prod-stack', status: 'DELETE_FAILED' },
  }),
  AWS_TERMINATION_PROTECTED: issueKind<{ stackName: string }>({
    severity: 'error',
    meaning: 'The stack is protected against deletion, which the tool respects.',
    message: ({ stackName }) => `the stack "${stackName}" has termination protection and was not deleted`,
    hint: ({ stackName }) =>
      `switch the protection off, such as with: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stackName}`,
    sample: { stackName: 'acme-prod-stack' },
  }),
  AWS_DRIFT_NOT_POSSIBLE: issueKind<{ stackName: string; status: string; advice: string }>({
    severity: 'error',
    meaning:
      'CloudFormation compares a stack with its resources only in CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE and UPDATE_ROLLBACK_FAILED.',
    message: ({ stackName, status }) =>
      status
        ? `the stack "${stackName}" is in ${status}, in which CloudFormation detects no drift`
        : `there is no stack "${stackName}" that could have drifted`,
    hint: ({ advice }) => advice,
    sample: {
      stackName: 'acme-prod-stack',
      status: 'UPDATE_IN_PROGRESS',
      advice: 'wait until the operation has ended, then run the command again',
    },
  }),
} as const
