import type { IssuePath } from '@sec/common'
import type { Statement } from '@sec/common/iam'
import type { TierName, TierVersion } from '../names/tier.js'

/**
 * What caused a statement: a place in the config, or a statement of a policy template together with the
 * place in the config that asked for the template. Errors and reports point at it.
 */
export type Origin =
  | { readonly kind: 'config'; readonly path: IssuePath }
  | {
      readonly kind: 'template'
      /** The template's file name, as its loader gave it. */
      readonly file: string
      /** Position in the template's list of statements, from 0. */
      readonly statement: number
      /** The first assignment that asked for the level. */
      readonly path: IssuePath
    }

/** A statement ready for a policy document, with what caused it. */
export interface StatementModel {
  readonly statement: Statement
  readonly origin: Origin
  readonly reason?: string
}

/** Who and where the estate is: what names, ARNs and placeholders are made of. */
export interface Identity {
  readonly tier: TierName
  readonly tierVersion: TierVersion
  readonly companyName: string
  readonly companyPrefix: string
  readonly accountId: string
  readonly tenantId: string
  readonly env: string
  readonly region: string
  readonly partition: string
  /** `{company_prefix}-{env}-{tenant_id}`: IAM names are built from it. */
  readonly prefix: string
  /** `{prefix}-{region}-{tier}-sec`: stack, file and parameter names are built from it. */
  readonly stem: string
  readonly stackName: string
}

/** A customer managed policy: one document of a template level, or of one entry's own statements. */
export interface PolicyModel {
  readonly kind: 'level' | 'own'
  readonly logicalId: string
  readonly policyName: string
  /** Constant for its level: CloudFormation cannot change it. */
  readonly description: string
  readonly statements: readonly StatementModel[]
  /** The config path that caused the policy: the first assignment, or the entry. */
  readonly path: IssuePath
}

/** A policy on a group or role: a managed policy of this stack, or one of AWS's. */
export type Attachment =
  | {
      readonly kind: 'stack'
      readonly logicalId: string
      readonly policyName: string
      readonly path: IssuePath
    }
  | { readonly kind: 'aws'; readonly arn: string; readonly path: IssuePath }

/** A policy that stands inside its group or role (`group_policies: inline`). */
export interface InlinePolicyModel {
  readonly policyName: string
  readonly statements: readonly StatementModel[]
  readonly path: IssuePath
}

/** A role that an entry's people may pass, and to which services. */
export interface MayPass {
  readonly roleName: string
  readonly services: readonly string[]
}

interface PrincipalModel {
  /** The name in the config, snake_case. */
  readonly configName: string
  readonly logicalId: string
  readonly description: string
  readonly attachments: readonly Attachment[]
  readonly inlinePolicies: readonly InlinePolicyModel[]
  /** Names of the roles it may pass. */
  readonly mayPass: readonly MayPass[]
  readonly path: IssuePath
}

export interface GroupModel extends PrincipalModel {
  readonly groupName: string
  /** Names of the roles that its members may assume. */
  readonly mayAssume: readonly string[]
}

export type RoleKind = 'service' | 'cross-function' | 'elevation' | 'cross-account'

export interface RoleModel extends PrincipalModel {
  readonly kind: RoleKind
  readonly roleName: string
  readonly trust: readonly StatementModel[]
  /** Seconds, 3,600 to 43,200. */
  readonly maxSessionSeconds: number
  /** ARN of the permissions boundary. */
  readonly permissionsBoundary?: string
  /** Service principals of a service role; empty for others. */
  readonly services: readonly string[]
  /** The group that a cross-function role mirrors. */
  readonly mirrorsGroup?: string
}

/** How the stack is put into the account. */
export interface DeploymentModel {
  readonly templateBucket?: string
  readonly templatePrefix: string
  readonly serviceRoleArn?: string
  readonly terminationProtection: boolean
  readonly notificationArns: readonly string[]
  /** IAM quotas in force for this account: AWS's defaults, raised by the config. */
  readonly quotas: Quotas
}

/** IAM quotas that AWS raises on request; the others are constants. */
export interface Quotas {
  readonly attachedPoliciesPerRole: number
  /** Characters, white space not counted. */
  readonly trustPolicyCharacters: number
  readonly groupsPerAccount: number
}

/** The estate: defaults filled in, names resolved, in a fixed order whatever the order of the config's keys. */
export interface SecModel {
  readonly identity: Identity
  readonly policies: readonly PolicyModel[]
  readonly groups: readonly GroupModel[]
  readonly roles: readonly RoleModel[]
  readonly tags: Readonly<Record<string, string>>
  readonly deployment: DeploymentModel
  /** True when account, region and partition are pseudo parameters such as `${AWS::AccountId}`. */
  readonly portable: boolean
}
