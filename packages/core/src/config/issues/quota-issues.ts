import { issueKind } from '@sec/common'

/** Quotas of IAM and CloudFormation: the number found and the number allowed. */
export const quotaIssueKinds = {
  QUOTA_MANAGED_POLICY_SIZE: issueKind<{ policy: string; characters: number; limit: number }>({
    severity: 'error',
    meaning:
      'The document of a customer managed policy is larger than IAM takes; white space is not counted.',
    message: ({ policy, characters, limit }) =>
      `the policy "${policy}" has ${characters} characters, at most ${limit} are allowed`,
    hint: () => 'divide the statements with part: 1, part: 2, ..., or write fewer',
    sample: { policy: 'globalbank-prod-c001-policy-group-x', characters: 7142, limit: 6144 },
  }),
  QUOTA_INLINE_SIZE: issueKind<{ name: string; what: string; characters: number; limit: number }>({
    severity: 'error',
    meaning:
      'The inline policies of one group or role are together larger than IAM takes; white space is not counted.',
    message: ({ name, what, characters, limit }) =>
      `the inline policies of the ${what} "${name}" have ${characters} characters together, at most ${limit} are allowed`,
    hint: () => 'write security.group_policies: managed, or assign fewer or smaller levels',
    sample: { name: 'data_scientists', what: 'group', characters: 7142, limit: 5120 },
  }),
  QUOTA_TRUST_POLICY_SIZE: issueKind<{ name: string; characters: number; limit: number }>({
    severity: 'error',
    meaning: 'The trust policy of a role is larger than the quota; white space is not counted.',
    message: ({ name, characters, limit }) =>
      `the trust policy of "${name}" has ${characters} characters, at most ${limit} are allowed`,
    hint: () =>
      'trust fewer principals, or raise the quota and say so in deployment.quotas.trust_policy_characters',
    sample: { name: 'deployment_role', characters: 2500, limit: 2048 },
  }),
  QUOTA_ATTACHED_POLICIES: issueKind<{ name: string; what: string; count: number; limit: number }>({
    severity: 'error',
    meaning:
      'More managed policies are attached to a group or role than IAM takes. A level in several parts counts each.',
    message: ({ name, what, count, limit }) =>
      `${count} managed policies are attached to the ${what} "${name}", at most ${limit} are allowed`,
    hint: ({ what }) =>
      what === 'role'
        ? 'assign fewer levels, or raise the quota and say so in deployment.quotas.attached_policies_per_role'
        : 'assign fewer levels; this quota of groups cannot be raised',
    sample: { name: 'mlops_engineers', what: 'group', count: 11, limit: 10 },
  }),
  QUOTA_GROUPS: issueKind<{ count: number; limit: number }>({
    severity: 'error',
    meaning: 'The estate has more groups than the account takes.',
    message: ({ count, limit }) =>
      `the estate has ${count} groups, at most ${limit} are allowed in an account`,
    hint: () => 'enable fewer groups, or raise the quota and say so in deployment.quotas.groups_per_account',
    sample: { count: 301, limit: 300 },
  }),
  QUOTA_RESOURCES: issueKind<{ count: number; limit: number }>({
    severity: 'error',
    meaning: 'The template would hold more resources than CloudFormation takes.',
    message: ({ count, limit }) => `the template has ${count} resources, at most ${limit} are allowed`,
    hint: () => 'enable fewer entries, or divide the estate into two configs',
    sample: { count: 512, limit: 500 },
  }),
  QUOTA_OUTPUTS: issueKind<{ count: number; limit: number }>({
    severity: 'error',
    meaning: 'The template would hold more outputs than CloudFormation takes; every resource has one.',
    message: ({ count, limit }) => `the template has ${count} outputs, at most ${limit} are allowed`,
    hint: () => 'enable fewer entries, or divide the estate into two configs',
    sample: { count: 212, limit: 200 },
  }),
  QUOTA_TEMPLATE_BYTES: issueKind<{ bytes: number; limitBytes: number }>({
    severity: 'error',
    meaning: 'The template is larger than CloudFormation reads from a bucket.',
    message: ({ bytes, limitBytes }) => `the template has ${bytes} bytes, at most ${limitBytes} are allowed`,
    hint: () => 'enable fewer entries, or divide the estate into two configs',
    sample: { bytes: 1_200_000, limitBytes: 1_048_576 },
  }),
  TEMPLATE_NEEDS_BUCKET: issueKind<{ bytes: number; limitBytes: number }>({
    severity: 'warning',
    meaning:
      'The template is too large for a request, even minified, and the config names no bucket to put it into.',
    message: ({ bytes, limitBytes }) =>
      `the minified template has ${bytes} bytes, at most ${limitBytes} go into a request`,
    hint: () => 'set deployment.template_bucket to an existing bucket before deploying',
    sample: { bytes: 60_000, limitBytes: 51_200 },
  }),
} as const
