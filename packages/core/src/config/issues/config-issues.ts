import { issueMaker, yamlIssueKinds } from '@sec/common'
import { statementIssueKinds } from '@sec/common/iam'
import { entryIssueKinds } from './entry-issues.js'
import { extendsIssueKinds } from './extends-issues.js'
import { quotaIssueKinds } from './quota-issues.js'
import { referenceIssueKinds } from './reference-issues.js'
import { shapeIssueKinds } from './shape-issues.js'
import { tierIssueKinds } from './tier-issues.js'
import { trustIssueKinds } from './trust-issues.js'

/** Every kind of fault that a config can have, but for those of its YAML and of its statements. */
export const ownConfigIssueKinds = {
  ...shapeIssueKinds,
  ...extendsIssueKinds,
  ...tierIssueKinds,
  ...entryIssueKinds,
  ...referenceIssueKinds,
  ...trustIssueKinds,
  ...quotaIssueKinds,
} as const

/** Makes an issue of a config. */
export const configIssue = issueMaker(ownConfigIssueKinds)

/** Every kind of fault that checking a config can report. */
export const configIssueKinds = { ...yamlIssueKinds, ...statementIssueKinds, ...ownConfigIssueKinds } as const
