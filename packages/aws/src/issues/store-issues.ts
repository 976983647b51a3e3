import { issueKind } from '@sec/common'

const count = (value: number): string => value.toLocaleString('en-US')

/** What stops the upload of a template, or the publication of parameters. */
export const storeIssueKinds = {
  DEPLOY_NEEDS_BUCKET: issueKind<{ bytes: number; minifiedBytes: number; limitBytes: number }>({
    severity: 'error',
    meaning:
      'The template is too large for a request, even as minified JSON, and no bucket is named to put it into.',
    message: ({ bytes, minifiedBytes, limitBytes }) =>
      `the template has ${count(bytes)} bytes, ${count(minifiedBytes)} as minified JSON; at most ${count(limitBytes)} go into a request`,
    hint: () => 'name a template bucket: an existing one of this account, in the region of the stack',
    sample: { bytes: 93_000, minifiedBytes: 60_000, limitBytes: 51_200 },
  }),
  DEPLOY_TEMPLATE_TOO_LARGE: issueKind<{ bytes: number; limitBytes: number }>({
    severity: 'error',
    meaning: 'The template is larger than CloudFormation reads from a bucket.',
    message: ({ bytes, limitBytes }) =>
      `the template has ${count(bytes)} bytes, CloudFormation reads at most ${count(limitBytes)} from a bucket`,
    hint: () => 'divide what it creates into two stacks',
    sample: { bytes: 1_200_000, limitBytes: 1_048_576 },
  }),
  BUCKET_PARAMETER_MISSING: issueKind<{ parameter: string }>({
    severity: 'error',
    meaning: 'The parameter that should hold the name of the template bucket does not exist.',
    message: ({ parameter }) =>
      `there is no parameter "${parameter}", expected the name of the template bucket in it`,
    hint: () =>
      'check the path, the account and the region: whatever creates the bucket publishes the parameter there',
    sample: { parameter: '/s3/acme/TemplateBucketName' },
  }),
  BUCKET_NAME_FORM: issueKind<{ found: string; source: string }>({
    severity: 'error',
    meaning:
      'What is given as template bucket is no name of a bucket, or one with dots, which TLS does not cover.',
    message: ({ found, source }) =>
      `${source} is "${found}", expected a bucket name: 3 to 63 small letters, digits and hyphens`,
    hint: () =>
      'give the name alone, without s3:// and without an ARN; a bucket with dots in its name does not do',
    sample: { found: 's3://acme-templates', source: 'the parameter "/s3/acme/TemplateBucketName"' },
  }),
  PARAMETER_VALUE: issueKind<{ name: string; reason: string }>({
    severity: 'error',
    meaning: 'An output of the stack cannot be the value of a parameter. Nothing was written.',
    message: ({ name, reason }) => `the value of the parameter "${name}" ${reason}`,
    hint: () => 'change the output of the stack that it comes from',
    sample: { name: '/s3/acme/DataBucketArn', reason: 'is empty, expected at least one character' },
  }),
  PARAMETER_NAME: issueKind<{ name: string; reason: string }>({
    severity: 'error',
    meaning: 'A parameter cannot have the name that its path and its output give it. Nothing was written.',
    message: ({ name, reason }) => `the parameter name "${name}" ${reason}`,
    hint: () => 'change the path, or the key of the output',
    sample: { name: '/aws/acme/DataBucketArn', reason: 'begins with "aws", which AWS keeps for itself' },
  }),
  PARAMETERS_UNFINISHED: issueKind<{
    made: number
    wanted: number
    path: string
    reason: string
    /** How to do away with the cause; may be empty. */
    advice: string
  }>({
    severity: 'error',
    meaning: 'The stack is deployed, but its outputs were not all published. The next deployment finishes.',
    message: ({ made, wanted, path, reason }) =>
      `${made} of ${wanted} changes of the parameters under ${path} were made, then: ${reason}`,
    hint: ({ advice }) =>
      `${advice === '' ? '' : `${advice}; then `}deploy again: only what is missing is written`,
    sample: { made: 7, wanted: 31, path: '/s3/acme/', reason: 'Rate exceeded', advice: '' },
  }),
} as const
