import { didYouMean, issueKind, issueMaker } from '@sec/common'

/** Faults of policy templates; those of their statements are in `statementIssueKinds` of @sec/common/iam. */
export const templateIssueKinds = {
  TEMPLATE_UNKNOWN_KEY: issueKind<{ found: string; nearest: string | undefined; known: readonly string[] }>({
    severity: 'error',
    meaning: 'A policy template holds a key that the tool does not know; case matters.',
    message: ({ found, nearest }) =>
      `the key ${found} is not known in a policy template${didYouMean(nearest)}`,
    hint: ({ known }) => `a policy template takes ${known.join(', ')}`,
    sample: { found: '"users"', nearest: undefined, known: ['service', 'level'] },
  }),
  TEMPLATE_MISSING_KEY: issueKind<{ key: string }>({
    severity: 'error',
    meaning: 'A policy template lacks one of its keys.',
    message: ({ key }) => `the policy template has no "${key}"`,
    hint: ({ key }) => `add "${key}"; the files in policy-templates/ show how`,
    sample: { key: 'summary' },
  }),
  TEMPLATE_PASSES_ROLE: issueKind<{ action: string }>({
    severity: 'error',
    meaning:
      'A policy template lets its holders pass roles. That belongs to `passable_by`, which names the role and its service.',
    message: ({ action }) => `the action "${action}" covers iam:PassRole, which is in no policy template`,
    hint: () => 'take it out, and name who may pass a role in passable_by of the service role',
    sample: { action: 'iam:PassRole' },
  }),
  TEMPLATE_NAME_FORM: issueKind<{ key: string; found: string }>({
    severity: 'error',
    meaning:
      'service, level and name become parts of IAM names and logical ids, and so are lower case, in one form.',
    message: ({ key, found }) =>
      `found ${found} as ${key}, expected lower-case letters, digits and hyphens, starting with a letter`,
    hint: () => 'write a name such as level2-project-buckets-only',
    sample: { key: 'service', found: 'the text "S3"' },
  }),
  TEMPLATE_NAME_NOT_FILE: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'The name of a policy template is its file name without .yaml.',
    message: ({ found, expected }) =>
      `found the name "${found}", expected "${expected}" as the file is called`,
    hint: () => 'change the name, or rename the file',
    sample: { found: 'level1-read', expected: 'level1-read-only' },
  }),
  TEMPLATE_SERVICE_NOT_FOLDER: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'A policy template stands in the folder of its service.',
    message: ({ found, expected }) =>
      `found the service "${found}", expected "${expected}" as the folder is called`,
    hint: () => 'change the service, or move the file into the folder of its service',
    sample: { found: 's3', expected: 'ecr' },
  }),
  TEMPLATE_LEVEL_NOT_IN_NAME: issueKind<{ level: string; name: string }>({
    severity: 'error',
    meaning: 'The level, which configs write, is the name or the part of it before one of its hyphens.',
    message: ({ level, name }) => `found the level "${level}", which "${name}" does not start with`,
    hint: () => 'write the name, or its first words, as the level',
    sample: { level: 'level2', name: 'level1-read-only' },
  }),
  TEMPLATE_SUMMARY: issueKind<{ found: string }>({
    severity: 'error',
    meaning:
      'The summary becomes the description of a managed policy: one line, at most 1,000 characters, those that IAM takes there.',
    message: ({ found }) => `found ${found} as summary, expected one line of at most 1000 plain characters`,
    hint: () => 'write one sentence without curly quotes, long dashes or emoji',
    sample: { found: 'a list' },
  }),
  TEMPLATE_TYPICAL_USERS: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'typical_users is a list of texts, for people who read the template.',
    message: ({ found }) => `found ${found}, expected a list of texts as typical_users`,
    hint: () => 'write names of groups, such as [data_scientists, ml_engineers]',
    sample: { found: 'the number 5' },
  }),
  TEMPLATE_LEVEL_TWICE: issueKind<{ service: string; level: string; other: string }>({
    severity: 'error',
    meaning: 'Two policy templates have the same service and level, so that a config could mean either.',
    message: ({ service, level, other }) =>
      `the level "${level}" of the service "${service}" stands in ${other} too`,
    hint: () => 'give one of them another level; a template that ships cannot be replaced, only added to',
    sample: { service: 's3', level: 'level1', other: 'policy-templates/s3/level1-read-only.yaml' },
  }),
  TEMPLATE_NAME_TWICE: issueKind<{ service: string; name: string; other: string }>({
    severity: 'error',
    meaning: 'Two policy templates have the same service and name, after which IAM policies are named.',
    message: ({ service, name, other }) =>
      `the name "${name}" of the service "${service}" stands in ${other} too`,
    hint: () => 'give one of them another name',
    sample: { service: 's3', name: 'level1-read-only', other: 'more/s3/level1-read-only.yaml' },
  }),
  TEMPLATE_IDS_COLLIDE: issueKind<{ id: string; other: string }>({
    severity: 'error',
    meaning:
      'Two policy templates would make a policy of the same name, or a resource of the same logical id.',
    message: ({ id, other }) =>
      `the template would be called "${id}" in the account or stack, as ${other} would`,
    hint: () => 'give one of them another service or name',
    sample: { id: 's3-extra-read', other: 'more/s3/extra-read.yaml' },
  }),
} as const

export const templateIssue = issueMaker(templateIssueKinds)
