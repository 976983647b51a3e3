import { counted } from '@sec/common'
import { additionLine, findAdditions } from './additions.js'
import { removeForeign } from './remove-foreign.js'
import type { AwsRun } from './run.js'

/**
 * The second half of reverting drift: CloudFormation brings back what the template says, and leaves what somebody
 * gave to a group or role beside it. That is listed, and taken off after a question.
 */
export async function removeAdditions(run: AwsRun): Promise<void> {
  const found = await findAdditions(run)
  if (found.length === 0) return
  for (const policy of found) run.context.output.note(additionLine(policy))
  const what = counted(found.length, 'policy', 'policies')
  const text = `Take off the ${what} that CloudFormation leaves there?`
  await removeForeign(run, found, { groupNames: [], roleNames: [] }, text)
}
