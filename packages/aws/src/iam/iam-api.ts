import type { AwsSession } from '../clients/session.js'
import { accountCalls } from './api/account-calls.js'
import { groupCalls } from './api/group-calls.js'
import { createIamCall } from './api/iam-call.js'
import { policyCalls } from './api/policy-calls.js'
import { roleCalls } from './api/role-calls.js'
import type { IamApi } from './ports.js'

/** IAM through the SDK. Loads the SDK's client: import it when a call is made, see `openIam`. */
export function createIamApi(session: AwsSession): IamApi {
  const call = createIamCall(session)
  return { ...groupCalls(call), ...roleCalls(call), ...policyCalls(call), ...accountCalls(call) }
}
