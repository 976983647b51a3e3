import type { AnyDocument, InlinePolicy } from '@sec/common/iam'

/** A group and who is in it. */
export interface GroupDescription {
  readonly groupName: string
  readonly path: string
  /** Of every page, in the order of the answer. */
  readonly memberNames: readonly string[]
}

/** A role without its policies. */
export interface RoleDescription {
  readonly roleName: string
  readonly path: string
  /** Empty where there is none. */
  readonly description: string
  readonly trustPolicy: AnyDocument
  readonly maxSessionSeconds: number
  /** ARN. */
  readonly permissionsBoundary?: string
  /** AWS's own, whose keys begin with `aws:`, among them. */
  readonly tags: Readonly<Record<string, string>>
}

/** A managed policy without its document. */
export interface PolicyDescription {
  readonly policyName: string
  readonly arn: string
  readonly path: string
  /** Empty where there is none. */
  readonly description: string
  readonly defaultVersionId: string
}

export interface PolicyVersion {
  readonly versionId: string
  readonly document: AnyDocument
}

/** How a policy is used: attached, or as a permissions boundary. */
export type PolicyUsage = 'PermissionsPolicy' | 'PermissionsBoundary'

/** The names of what a policy is attached to. */
export interface PolicyEntities {
  readonly groups: readonly string[]
  readonly roles: readonly string[]
  readonly users: readonly string[]
}

/** A value for one condition key, as the simulator takes it. */
export interface ContextEntry {
  /** Such as `aws:MultiFactorAuthPresent`. */
  readonly key: string
  readonly values: readonly string[]
  readonly type:
    | 'string'
    | 'stringList'
    | 'numeric'
    | 'numericList'
    | 'boolean'
    | 'booleanList'
    | 'ip'
    | 'ipList'
    | 'date'
    | 'dateList'
}

export interface SimulationRequest {
  /** Of a group, role or user. */
  readonly principalArn: string
  readonly actions: readonly string[]
  /** ARNs, or `*` alone. */
  readonly resources: readonly string[]
  readonly context: readonly ContextEntry[]
}

/** What the simulator says of one action on one resource. */
export interface SimulatedDecision {
  readonly action: string
  readonly resource: string
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny'
  /** Condition keys that a policy asks for and the request did not give. */
  readonly missingContext: readonly string[]
  /** False where a policy of the organization refuses, whatever the principal's own say. */
  readonly allowedByOrganization: boolean
  /** False where the permissions boundary refuses. */
  readonly allowedByBoundary: boolean
}

/**
 * IAM, call by call. Functions take the few that they need, as `Pick<IamApi, ...>`. Every page is read; undefined
 * is the answer where IAM says that there is no such entity. Documents are JSON, or text where IAM holds something
 * else.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html | IAM's operations}
 */
export interface IamApi {
  readonly getGroup: (groupName: string) => Promise<GroupDescription | undefined>
  /** Names of inline policies. */
  readonly listGroupPolicies: (groupName: string) => Promise<readonly string[] | undefined>
  readonly getGroupPolicy: (groupName: string, policyName: string) => Promise<InlinePolicy | undefined>
  /** ARNs. */
  readonly listAttachedGroupPolicies: (groupName: string) => Promise<readonly string[] | undefined>
  readonly getRole: (roleName: string) => Promise<RoleDescription | undefined>
  /** Names of inline policies. */
  readonly listRolePolicies: (roleName: string) => Promise<readonly string[] | undefined>
  readonly getRolePolicy: (roleName: string, policyName: string) => Promise<InlinePolicy | undefined>
  /** ARNs. */
  readonly listAttachedRolePolicies: (roleName: string) => Promise<readonly string[] | undefined>
  /** Names. */
  readonly listInstanceProfilesForRole: (roleName: string) => Promise<readonly string[] | undefined>
  readonly getPolicy: (policyArn: string) => Promise<PolicyDescription | undefined>
  readonly getPolicyVersion: (policyArn: string, versionId: string) => Promise<PolicyVersion | undefined>
  /** Version ids. */
  readonly listPolicyVersions: (policyArn: string) => Promise<readonly string[] | undefined>
  readonly listEntitiesForPolicy: (
    policyArn: string,
    usage: PolicyUsage,
  ) => Promise<PolicyEntities | undefined>
  /** IAM's key, such as `RolesQuota`, to its number. */
  readonly getAccountSummary: () => Promise<Readonly<Record<string, number>>>
  /** One decision for each action on each resource. */
  readonly simulatePrincipalPolicy: (request: SimulationRequest) => Promise<readonly SimulatedDecision[]>
  /** No fault where it is detached already, or the group is gone. */
  readonly detachGroupPolicy: (groupName: string, policyArn: string) => Promise<void>
  /** No fault where it is detached already, or the role is gone. */
  readonly detachRolePolicy: (roleName: string, policyArn: string) => Promise<void>
  /** No fault where it is gone already. */
  readonly deleteGroupPolicy: (groupName: string, policyName: string) => Promise<void>
  /** No fault where it is gone already. */
  readonly deleteRolePolicy: (roleName: string, policyName: string) => Promise<void>
}
