import { IAMClient } from '@aws-sdk/client-iam'
import { clientConfig } from '../../clients/client-config.js'
import { sendCall } from '../../clients/send-call.js'
import type { AwsSession } from '../../clients/session.js'

/** Sends one command of the named operation. */
export type IamCall = <Answer extends { readonly $metadata: { readonly requestId?: string } }>(
  operation: string,
  send: (client: IAMClient, options: { readonly abortSignal: AbortSignal }) => Promise<Answer>,
) => Promise<Answer>

/** IAM is global: from the session's region the SDK finds the one endpoint of its partition. */
export function createIamCall(session: AwsSession): IamCall {
  const client = new IAMClient(clientConfig(session))
  return (operation, send) => sendCall(session, `iam:${operation}`, (options) => send(client, options))
}
