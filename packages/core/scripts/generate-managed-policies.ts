// Writes the list of AWS managed policies from what managed-policies.py prints, on standard input.
import { header, readInput, type Source, writeGenerated } from './generated-file.js'

interface ManagedPolicies {
  readonly source: Source
  /** Day of the newest change of any policy. */
  readonly newest: string
  /** ARN suffixes, such as `job-function/SupportUser`. */
  readonly policies: readonly string[]
}

function managedPoliciesFile({ source, newest, policies }: ManagedPolicies): string {
  return `${header(`The ${policies.length} managed policies of AWS; the newest change is of ${newest}.`, source, 'PyPI')}
/** Day of the newest change that the list knows of. */
export const managedPoliciesDate = '${newest}'

/** What follows \`arn:aws:iam::aws:policy/\`, one a line, sorted. */
export const managedPolicyLines = \`
${policies.join('\n')}
\`
`
}

writeGenerated('managed-policies', managedPoliciesFile(readInput()))
