import {
  ContinueUpdateRollbackCommand,
  DeleteStackCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation'
import type { StackApi } from '../../ports.js'
import { type Refusal, sendCall } from '../send-call.js'
import { type CloudFormation, isNoStack } from './cloudformation.js'

type Deletion = Parameters<StackApi['deleteStack']>[0]
type Continuation = Parameters<StackApi['continueUpdateRollback']>[0]

export async function deleteStack({ session, client }: CloudFormation, request: Deletion): Promise<void> {
  const command = new DeleteStackCommand({
    StackName: request.stackId,
    ClientRequestToken: request.clientToken,
    ...(request.roleArn && { RoleARN: request.roleArn }),
  })
  await sendCall(session, 'cloudformation:DeleteStack', (options) => client.send(command, options), {
    recover: (refusal) => (isNoStack(refusal) ? ('gone' as const) : undefined),
  })
}

export async function continueUpdateRollback(
  { session, client }: CloudFormation,
  request: Continuation,
): Promise<void> {
  const command = new ContinueUpdateRollbackCommand({
    StackName: request.stackName,
    ClientRequestToken: request.clientToken,
    ...(request.roleArn && { RoleARN: request.roleArn }),
  })
  await sendCall(
    session,
    'cloudformation:ContinueUpdateRollback',
    (options) => client.send(command, options),
    { recover: (refusal) => (isContinued(refusal) ? ('continued' as const) : undefined) },
  )
}

/** A first attempt that was cut off has the rollback at work already, or done. */
function isContinued({ code, message, isRepeated }: Refusal): boolean {
  return isRepeated && code === 'ValidationError' && /UPDATE_ROLLBACK_(IN_PROGRESS|COMPLETE)/.test(message)
}

export async function updateTerminationProtection(
  { session, client }: CloudFormation,
  stackName: string,
  isEnabled: boolean,
): Promise<void> {
  const command = new UpdateTerminationProtectionCommand({
    StackName: stackName,
    EnableTerminationProtection: isEnabled,
  })
  await sendCall(session, 'cloudformation:UpdateTerminationProtection', (options) =>
    client.send(command, options),
  )
}
