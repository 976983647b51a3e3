import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { IdentityApi } from '../ports.js'
import { clientConfig } from './client-config.js'
import { sendCall } from './send-call.js'
import type { AwsSession } from './session.js'

/** STS, at the endpoint of the session's region. */
export function createIdentityApi(session: AwsSession): IdentityApi {
  const client = new STSClient(clientConfig(session))
  return {
    getCallerIdentity: async () => {
      const { Account, Arn } = await sendCall(session, 'sts:GetCallerIdentity', (options) =>
        client.send(new GetCallerIdentityCommand({}), options),
      )
      return { accountId: Account ?? '', arn: Arn ?? '' }
    },
  }
}
