import { issueKind, issueMaker } from '@sec/common'

/** Faults of files and folders that only SEC Provisioner knows. */
export const secCliIssueKinds = {
  POLICY_TEMPLATE_IGNORED: issueKind<{ file: string; reason: string }>({
    severity: 'warning',
    meaning: 'A folder of --policy-templates holds something that is not taken for a policy template.',
    message: ({ file, reason }) => `"${file}" is ignored: ${reason}`,
    hint: () => 'a policy template stands in the folder of its service, as <service>/<level>.yaml',
    sample: { file: 'my-templates/README.md', reason: 'it is in no folder of a service' },
  }),
  POLICY_TEMPLATES_NONE: issueKind<{ folder: string }>({
    severity: 'warning',
    meaning: 'A folder of --policy-templates holds no policy template.',
    message: ({ folder }) => `the folder "${folder}" holds no policy template`,
    hint: () => 'a policy template stands in the folder of its service, as <service>/<level>.yaml',
    sample: { folder: 'my-templates' },
  }),
  TEMPLATE_NOT_CREATED: issueKind<{ file: string; command: string }>({
    severity: 'error',
    meaning: 'There is no template of this config yet, so it cannot be checked.',
    message: ({ file }) => `there is no template "${file}" yet`,
    hint: ({ command }) => `write it first: ${command}`,
    sample: {
      file: 'templates/globalbank-prod-c001-us-west-1-enterprise-sec-template.yaml',
      command: 'sec-provisioner create-prov-template --config enterprise-12.yaml',
    },
  }),
} as const

export const secCliIssue = issueMaker(secCliIssueKinds)
