import { type ForeignPolicy, findForeignPolicies } from '@sec/aws/iam'
import { leavingOf } from '@sec/core'
import type { Changes } from './changes.js'
import type { AwsRun } from './run.js'

/** What somebody gave to groups and roles beside the template: CloudFormation leaves it there. */
export function findAdditions(run: AwsRun): Promise<readonly ForeignPolicy[]> {
  return findForeignPolicies(run.iam, leavingOf(run.template, undefined, run.model.identity))
}

/** Without those that the change set takes off itself: of what is attached it sees more than of inline policies. */
export function beyondChangeSet(
  additions: readonly ForeignPolicy[],
  { resources }: Pick<Changes, 'resources'>,
): readonly ForeignPolicy[] {
  const values = resources.flatMap(({ properties }) => properties.map(({ before }) => before))
  const taken = new Set<unknown>(values.flat())
  return additions.filter((found) => found.kind === 'foreign-inline' || !taken.has(found.policyArn))
}

/** One of them in words. */
export function additionLine({ principal: { kind, name }, ...found }: ForeignPolicy): string {
  const what =
    found.kind === 'foreign-inline'
      ? `the inline policy ${found.policyName}`
      : `the policy ${found.policyArn} attached`
  return `the ${kind} ${name} has ${what}, which is not in the template`
}
