import { iamIssueKinds } from '@sec/aws/iam'
import { issueKind, issueMaker } from '@sec/common'
import { changeIssueKinds } from '@sec/core'
import { someOf } from '../output/some-of.js'

/** What an account holds against an action; each of the five actions may find some of it. */
export const awsActionIssueKinds = {
  STACK_OF_OTHER_TIER: issueKind<{ stack: string; prefix: string }>({
    severity: 'error',
    meaning: 'A stack is to be created, and another stack of the same prefix is there, under another tier.',
    message: ({ stack, prefix }) => `the stack "${stack}" holds the estate of ${prefix} already`,
    hint: ({ stack }) =>
      `deploy the config of "${stack}", or delete that stack first: an account has room for one estate of these names`,
    sample: { stack: 'edge-prod-b001-us-west-1-startup-sec-stack', prefix: 'edge-prod-b001' },
  }),
  STACK_RESOURCE_FAILED: issueKind<{
    type: string
    id: string
    name: string
    verb: string
    reason: string
    hint: string
  }>({
    severity: 'error',
    meaning: 'An operation on the stack failed at this resource; what failed after it only followed.',
    message: ({ type, id, name, verb, reason }) =>
      `${type} ${id}${name === '' ? '' : ` ("${name}")`} could not be ${verb}: ${reason}`,
    hint: ({ hint }) => hint,
    sample: {
      type: 'AWS::IAM::Role',
      id: 'RoleGlueEtl',
      name: 'edge-prod-b001-role-glue-etl',
      verb: 'created',
      reason: 'the name exists already',
      hint: 'delete the role that has the name, or choose another prefix',
    },
  }),
  STACK_LEFT_BEHIND: issueKind<{ type: string; name: string; reason: string }>({
    severity: 'warning',
    meaning:
      'After an update CloudFormation could not delete what is no longer in the template; it stays in the account, outside of the stack.',
    message: ({ type, name, reason }) => `${type} "${name}" was left behind, outside of the stack: ${reason}`,
    hint: () => 'delete it by hand once nothing hangs on it',
    sample: {
      type: 'AWS::IAM::Role',
      name: 'edge-prod-b001-role-glue-etl',
      reason: 'it is in an instance profile',
    },
  }),
  CLEAN_UP_FAILED: issueKind<{ reason: string; advice: string }>({
    severity: 'warning',
    meaning: 'An action ended with a fault, and something that it had made could not be removed again.',
    message: ({ reason }) => `something may be left behind: ${reason}`,
    hint: ({ advice }) =>
      advice === '' ? 'the next run of the same action removes it; delete-stack removes everything' : advice,
    sample: { reason: 'the credentials have expired', advice: '' },
  }),
  STACK_INCOMPLETE: issueKind<{ stack: string; what: string; names: string }>({
    severity: 'warning',
    meaning:
      'The server says that the stack is complete, and lacks some of what the template makes. AWS makes all; a server that acts like it may not know a type of resource.',
    message: ({ stack, what, names }) => `the stack "${stack}" is complete, but lacks the ${what} ${names}`,
    hint: () =>
      'run check-drift, which looks at what is really there; where AWS itself is meant, check --endpoint-url',
    sample: {
      stack: 'edge-prod-b001-us-west-1-startup-sec-stack',
      what: 'resources',
      names: 'GroupDataScientists, GroupMlEngineers',
    },
  }),
  SERVER_LACKS_OPERATION: issueKind<{ undone: string; reason: string }>({
    severity: 'warning',
    meaning:
      'The server does not know an operation that the action can do without. AWS knows all of them; a server that acts like it may not.',
    message: ({ undone, reason }) => `${undone}: ${reason}`,
    hint: () => 'where AWS itself is meant, check --endpoint-url; otherwise nothing is to be done',
    sample: {
      undone: "the room that is left in IAM's quotas was not checked",
      reason: 'localhost:4566 does not know the operation iam:GetAccountSummary (HTTP 501)',
    },
  }),
  DRIFT_NOT_CHECKED: issueKind<{ names: readonly string[] }>({
    severity: 'warning',
    meaning: 'check-drift could not look at everything: nobody knows whether there is drift.',
    message: ({ names }) => `not looked at, so there may be more drift: ${someOf(names)}`,
    hint: () =>
      'the reasons are in the result; where permissions are missing, export-iam-policy writes the policy that has them',
    sample: { names: ['edge-prod-b001-role-glue-etl'] },
  }),
  TEST_DIFFERS: issueKind<{ line: string }>({
    severity: 'error',
    meaning: 'What IAM has after a test deployment differs from what was generated.',
    message: ({ line }) => line,
    hint: () =>
      'look for tag policies, organization policies or automation that writes to IAM in this account',
    sample: { line: 'role x has a session length of 7,200 s, the template says 3,600 s' },
  }),
  TEST_NOT_CHECKED: issueKind<{ line: string }>({
    severity: 'warning',
    meaning: 'Something of a test deployment could not be looked at, so nothing is known about it.',
    message: ({ line }) => `not checked: ${line}`,
    hint: () =>
      'where AWS denied it, have the policy attached that `export-iam-policy` writes for this config, and run it again',
    sample: {
      line: 'role x, s3:GetObject on arn:aws:s3:::x-data/key (AWS denied iam:SimulatePrincipalPolicy)',
    },
  }),
  TEST_STATEMENT_REFUSED: issueKind<{ line: string }>({
    severity: 'error',
    meaning: "IAM's policy simulator refuses a request that the estate grants.",
    message: ({ line }) => `the policy simulator refuses what the estate grants: ${line}`,
    hint: () => 'look for an explicit Deny, a permissions boundary or an organization policy that covers it',
    sample: { line: 'role x, s3:GetObject on arn:aws:s3:::x-data/key: implicitDeny' },
  }),
} as const

/** The words of everything that is found beside the config. */
export const findingKinds = { ...iamIssueKinds, ...changeIssueKinds, ...awsActionIssueKinds }

/** Makes a finding of one of these kinds. */
export const finding = issueMaker(awsActionIssueKinds)
