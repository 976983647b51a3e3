import { ExecuteChangeSetCommand } from '@aws-sdk/client-cloudformation'
import { accessIssueKinds } from '../../issues/access-issues.js'
import { awsError } from '../../issues/aws-error.js'
import type { ChangeSetIds } from '../../ports.js'
import { type Refusal, sendCall } from '../send-call.js'
import { type CloudFormation, changeSetNamed } from './cloudformation.js'
import { describeFirstPage } from './describe-change-set.js'

/** @throws AWS_CHANGE_SET_GONE when somebody else was quicker. */
export async function executeChangeSet(
  cloudFormation: CloudFormation,
  ids: ChangeSetIds,
  clientToken: string,
): Promise<void> {
  const { session, client } = cloudFormation
  const command = new ExecuteChangeSetCommand({ ...changeSetNamed(ids), ClientRequestToken: clientToken })
  await sendCall(session, 'cloudformation:ExecuteChangeSet', (options) => client.send(command, options), {
    recover: (refusal) => judge(cloudFormation, ids, refusal),
  })
}

/** A change set can be executed once; that it cannot any more is good news when an attempt of ours was cut off. */
async function judge(
  cloudFormation: CloudFormation,
  ids: ChangeSetIds,
  { code, isRepeated, cause }: Refusal,
): Promise<'executed' | undefined> {
  if (code !== 'ChangeSetNotFound' && code !== 'InvalidChangeSetStatus') return undefined
  if (isRepeated && (await isExecuted(cloudFormation, ids))) return 'executed'
  const args = { changeSet: ids.changeSetId, code }
  throw awsError(accessIssueKinds, 'AWS_CHANGE_SET_GONE', args, { cause })
}

/** CloudFormation removes a change set some time after it was executed. */
async function isExecuted(cloudFormation: CloudFormation, ids: ChangeSetIds): Promise<boolean> {
  const found = await describeFirstPage(cloudFormation, changeSetNamed(ids))
  return found === undefined || /^EXECUTE_(IN_PROGRESS|COMPLETE)$/.test(found.ExecutionStatus ?? '')
}
