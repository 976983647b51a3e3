import type { Issue } from '@sec/common'
import { iamIssue } from '../issues/iam-issues.js'
import type { QuotaFault } from './check-account-quotas.js'

/** A quota that would be exceeded as an issue, to be put into words with the table `iamIssueKinds`. */
export function quotaIssue({ quota, found, adding, allowed }: QuotaFault): Issue {
  return iamIssue('IAM_QUOTA_EXCEEDED', [], { quota, found, adding, allowed })
}
