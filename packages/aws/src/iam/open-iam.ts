import { lazily } from '../clients/lazily.js'
import type { AwsSession } from '../clients/session.js'
import type { IamApi } from './ports.js'

/** IAM for one session. The SDK's client is loaded with the first call. */
export function openIam(session: AwsSession): IamApi {
  return lazily<IamApi>(callNames, async () => {
    const { createIamApi } = await import('./iam-api.js')
    return createIamApi(session)
  })
}

const callNames: Readonly<Record<keyof IamApi, true>> = {
  deleteGroupPolicy: true,
  deleteRolePolicy: true,
  detachGroupPolicy: true,
  detachRolePolicy: true,
  getAccountSummary: true,
  getGroup: true,
  getGroupPolicy: true,
  getPolicy: true,
  getPolicyVersion: true,
  getRole: true,
  getRolePolicy: true,
  listAttachedGroupPolicies: true,
  listAttachedRolePolicies: true,
  listEntitiesForPolicy: true,
  listGroupPolicies: true,
  listInstanceProfilesForRole: true,
  listPolicyVersions: true,
  listRolePolicies: true,
  simulatePrincipalPolicy: true,
}
