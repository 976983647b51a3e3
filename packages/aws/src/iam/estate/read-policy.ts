import type { ObservedPolicy } from '@sec/common/iam'
import type { IamApi } from '../ports.js'

/** The calls that reading a managed policy takes. */
export type PolicyReads = Pick<
  IamApi,
  'getPolicy' | 'getPolicyVersion' | 'listEntitiesForPolicy' | 'listPolicyVersions'
>

/** Everything about a managed policy; undefined where there is none, also when it goes while it is read. */
export async function readPolicy(api: PolicyReads, arn: string): Promise<ObservedPolicy | undefined> {
  const policy = await api.getPolicy(arn)
  if (policy === undefined) return undefined
  const version = await api.getPolicyVersion(arn, policy.defaultVersionId)
  const versionIds = await api.listPolicyVersions(arn)
  const attachedTo = await api.listEntitiesForPolicy(arn, 'PermissionsPolicy')
  if (version === undefined || versionIds === undefined || attachedTo === undefined) return undefined
  return { ...policy, document: version.document, versionIds, attachedTo }
}
