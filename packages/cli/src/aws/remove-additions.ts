import { type ForeignPolicy, findForeignPolicies } from '@sec/aws/iam'
import { counted } from '@sec/common'
import { leavingOf } from '@sec/core'
import { removeForeign } from './remove-foreign.js'
import type { AwsRun } from './run.js'

/**
 * The second half of reverting drift: CloudFormation brings back what the template says, and leaves what somebody
 * gave to a group or role beside it. That is listed, and taken off after a question.
 */
export async function removeAdditions(run: AwsRun): Promise<void> {
  const estate = leavingOf(run.template, undefined, run.model.identity)
  const found = await findForeignPolicies(run.iam, estate)
  if (found.length === 0) return
  for (const policy of found) run.context.output.note(additionLine(policy))
  const what = counted(found.length, 'policy', 'policies')
  const text = `Take off the ${what} that CloudFormation leaves there?`
  await removeForeign(run, found, { groupNames: [], roleNames: [] }, text)
}

function additionLine({ principal: { kind, name }, ...found }: ForeignPolicy): string {
  const what =
    found.kind === 'foreign-inline'
      ? `the inline policy ${found.policyName}`
      : `the policy ${found.policyArn} attached`
  return `the ${kind} ${name} has ${what}, which is not in the template`
}
