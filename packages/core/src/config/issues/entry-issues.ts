import { didYouMean, issueKind, suggestion } from '@sec/common'

/** Faults of what one group or role holds. */
export const entryIssueKinds = {
  SERVICE_UNKNOWN: issueKind<{ service: string; known: readonly string[] }>({
    severity: 'error',
    meaning: 'No policy template is for this service.',
    message: ({ service, known }) =>
      `no policy template is for the service "${service}"${suggestion(service, known)}`,
    hint: ({ known }) =>
      `services with templates: ${known.join(', ')}; others come with --policy-templates or \`statements\``,
    sample: { service: 'sagemeker', known: ['s3', 'sagemaker'] },
  }),
  LEVEL_UNKNOWN: issueKind<{ service: string; level: string; known: readonly string[] }>({
    severity: 'error',
    meaning: 'The service has no such level.',
    message: ({ service, level, known }) =>
      `the service "${service}" has no level "${level}"${suggestion(level, known)}`,
    hint: ({ service, known }) => `levels of ${service}: ${known.join(', ')}`,
    sample: { service: 's3', level: 'level9', known: ['level1', 'level2', 'level3', 'level4'] },
  }),
  LEVEL_TWICE: issueKind<{ service: string; level: string }>({
    severity: 'error',
    meaning: 'One entry lists the same level twice.',
    message: ({ service, level }) => `the level "${level}" of ${service} is listed twice`,
    hint: () => 'take one of them out',
    sample: { service: 's3', level: 'level2' },
  }),
  MANAGED_POLICY_UNKNOWN: issueKind<{ name: string; nearest: string | undefined; date: string }>({
    severity: 'warning',
    meaning: 'The shipped list of AWS managed policies does not have this name. AWS may have added it since.',
    message: ({ name, nearest, date }) =>
      `the AWS managed policy "${name}" is not in the list of ${date}${didYouMean(nearest)}`,
    hint: () =>
      'check the spelling and the path (job-function/SupportUser); a customer managed policy needs its full ARN',
    sample: { name: 'ReadOnlyAcess', nearest: 'ReadOnlyAccess', date: '2026-11-01' },
  }),
  MANAGED_POLICY_MALFORMED: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'The text is neither the name of an AWS managed policy nor the ARN of a managed policy.',
    message: ({ found }) =>
      `found "${found}", expected the name of an AWS managed policy or the ARN of a managed policy`,
    hint: () =>
      'write CloudWatchLogsReadOnlyAccess, job-function/SupportUser or arn:aws:iam::111122223333:policy/name',
    sample: { found: 'arn:aws:s3:::bucket' },
  }),
  POLICY_OF_THIS_STACK: issueKind<{ policy: string; key: string }>({
    severity: 'error',
    meaning:
      '`managed_policies` or a permissions boundary names a policy that this very stack makes, and which is not there when CloudFormation looks for it.',
    message: ({ policy }) => `the policy "${policy}" is made by this stack and is not there before it`,
    hint: ({ key }) =>
      key === 'permissions_boundary'
        ? 'name a policy that exists before the stack, made by hand or by another stack'
        : 'take it out, and assign the level in policy_assignments, or repeat the statements here',
    sample: {
      policy: 'globalbank-prod-c001-policy-s3-level2-project-buckets-only',
      key: 'permissions_boundary',
    },
  }),
  LISTED_TWICE: issueKind<{ item: string; list: string }>({
    severity: 'error',
    meaning: 'A list names the same thing twice.',
    message: ({ item, list }) => `"${item}" stands twice in "${list}"`,
    hint: () => 'take one of them out',
    sample: { item: 'ml_engineers', list: 'passable_by' },
  }),
  TAG_TWICE: issueKind<{ key: string; other: string }>({
    severity: 'error',
    meaning:
      'Two tag keys differ by case alone. IAM takes them for one key of a role, and the deployment would fail.',
    message: ({ key, other }) => `the tag key "${key}" differs from "${other}" by case alone`,
    hint: ({ other }) => `keep one of them, such as "${other}"`,
    sample: { key: 'owner', other: 'Owner' },
  }),
  SID_RESERVED: issueKind<{ sid: string }>({
    severity: 'error',
    meaning: 'A statement has the Sid of one that the tool writes into the same document.',
    message: ({ sid }) => `the Sid "${sid}" is reserved for statements that are generated`,
    hint: () => 'give the statement a Sid that begins with neither MayAssume nor MayPass',
    sample: { sid: 'MayAssumeRoles' },
  }),
  CONDITION_KEY_PLACEHOLDER: issueKind<{ placeholder: string }>({
    severity: 'error',
    meaning:
      'A condition key holds the account, the region or the partition as a placeholder. A portable template leaves these to CloudFormation, which fills in values and never keys.',
    message: ({ placeholder }) => `the placeholder "${placeholder}" stands in a condition key`,
    hint: ({ placeholder }) =>
      `write the key without ${placeholder}; \${prefix}, \${company_prefix}, \${env} and \${tenant_id} may stand in it`,
    sample: { placeholder: '${region}' },
  }),
  MIRROR_WITH_PERMISSIONS: issueKind<{ key: string }>({
    severity: 'error',
    meaning: 'A role that mirrors a group carries permissions of its own.',
    message: ({ key }) => `"${key}" stands beside mirrors_group, expected no permissions of the role's own`,
    hint: ({ key }) => `take out ${key}, or mirrors_group`,
    sample: { key: 'policy_assignments' },
  }),
  NO_PERMISSIONS: issueKind<{ name: string; what: string }>({
    severity: 'warning',
    meaning:
      'The entry grants nothing: no assignment, no managed policy, no statement, nothing to assume or pass.',
    message: ({ name, what }) => `the ${what} "${name}" grants nothing`,
    hint: () => 'add policy_assignments, managed_policies or statements, or take the entry out',
    sample: { name: 'data_scientists', what: 'group' },
  }),
  IMAGE_REGISTRY_OTHER_REGION: issueKind<{
    wrong: readonly string[]
    region: string
    accounts: readonly string[]
  }>({
    severity: 'warning',
    meaning:
      'A statement names registries of AWS images that AWS does not use in this region, so that pulling an image fails. The issue stands at the first of them.',
    message: ({ wrong, region }) =>
      wrong.length === 1
        ? `the registry ${wrong[0]} holds no AWS images in ${region}`
        : `the registries ${wrong.join(', ')} hold no AWS images in ${region}`,
    hint: ({ region, accounts }) => `registries of AWS images in ${region}: ${accounts.join(', ')}`,
    sample: {
      wrong: ['746614075791'],
      region: 'eu-central-1',
      accounts: ['763104351884', '492215442770'],
    },
  }),
} as const
