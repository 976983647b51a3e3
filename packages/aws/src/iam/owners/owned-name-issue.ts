import type { Issue } from '@sec/common'
import { iamIssue } from '../issues/iam-issues.js'
import type { OwnedName } from './find-owners.js'

/** A name that is taken as an issue, to be put into words with the table `iamIssueKinds`. */
export function ownedNameIssue({ kind: what, name, owner }: OwnedName): Issue {
  if (owner.kind === 'unknown') return iamIssue('IAM_NAME_TAKEN', [], { what, name })
  const { stackName, region } = owner
  return iamIssue('IAM_NAME_OF_OTHER_STACK', [], { what, name, stackName, region })
}
