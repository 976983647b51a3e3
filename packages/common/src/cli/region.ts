import type { DescribedIssue } from '../issue/issue.js'
import { describeIssue } from '../issue/issue-kinds.js'
import { cliIssue, cliIssueKinds } from './cli-issues.js'

/** Refuses a `--region` that is not the config's. */
export function regionIssues(flag: string | undefined, config: string): DescribedIssue[] {
  if (flag === undefined || flag === config) return []
  return [describeIssue(cliIssue('CLI_REGION_DIFFERS', [], { flag, config }), cliIssueKinds)]
}
