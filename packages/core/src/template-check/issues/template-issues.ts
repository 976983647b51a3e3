import { issueMaker } from '@sec/common'
import { policyKinds } from './policy-kinds.js'
import { referenceKinds } from './reference-kinds.js'
import { resourceKinds } from './resource-kinds.js'
import { structureKinds } from './structure-kinds.js'

/** Faults of a CloudFormation template, ours or anybody's. */
export const templateCheckIssueKinds = {
  ...structureKinds,
  ...referenceKinds,
  ...resourceKinds,
  ...policyKinds,
} as const

export const templateIssue = issueMaker(templateCheckIssueKinds)
