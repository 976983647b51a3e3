/** A policy document as JSON: ours, or one that somebody wrote by hand. */
export type AnyDocument = unknown

/** A policy that stands inside its group or role. */
export interface InlinePolicy {
  readonly policyName: string
  readonly document: AnyDocument
}

/** What groups and roles have in common. */
export interface IamPrincipal {
  /** `/` where nobody set one. */
  readonly path: string
  /** ARNs, of this account's policies and of AWS's. */
  readonly attachedPolicyArns: readonly string[]
  readonly inlinePolicies: readonly InlinePolicy[]
}

/** A group as IAM has it, or as a template will make it. */
export interface IamGroup extends IamPrincipal {
  readonly groupName: string
}

/** A role as IAM has it, or as a template will make it. */
export interface IamRole extends IamPrincipal {
  readonly roleName: string
  /** Empty where there is none. */
  readonly description: string
  readonly trustPolicy: AnyDocument
  readonly maxSessionSeconds: number
  /** ARN. */
  readonly permissionsBoundary?: string
  /** Without those that AWS sets, whose keys begin with `aws:`. */
  readonly tags: Readonly<Record<string, string>>
}

/** A customer managed policy as IAM has it, or as a template will make it. */
export interface IamManagedPolicy {
  readonly policyName: string
  readonly arn: string
  readonly path: string
  readonly description: string
  /** The default version's. */
  readonly document: AnyDocument
}

/** Groups, roles and policies as plain data, by name. */
export interface IamEstate {
  readonly groups: readonly IamGroup[]
  readonly roles: readonly IamRole[]
  readonly policies: readonly IamManagedPolicy[]
}

/** A group that was read, with what no template sets. */
export interface ObservedGroup extends IamGroup {
  readonly memberNames: readonly string[]
}

/** A role that was read, with what no template sets. */
export interface ObservedRole extends IamRole {
  /** Tags of AWS, such as `aws:cloudformation:stack-id`. */
  readonly awsTags: Readonly<Record<string, string>>
}

/** A managed policy that was read, with what no template sets. */
export interface ObservedPolicy extends IamManagedPolicy {
  readonly defaultVersionId: string
  readonly versionIds: readonly string[]
  /** Names of the groups, roles and users that it is attached to. */
  readonly attachedTo: {
    readonly groups: readonly string[]
    readonly roles: readonly string[]
    readonly users: readonly string[]
  }
}

/** One look at one name: what was found, that there is nothing, or why nobody could look. */
export type Observation<Found> =
  | { readonly kind: 'found'; readonly name: string; readonly found: Found }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'not-checked'; readonly name: string; readonly reason: string }

/** What was read under the names that were asked for, in their order. */
export interface ObservedEstate {
  readonly groups: readonly Observation<ObservedGroup>[]
  readonly roles: readonly Observation<ObservedRole>[]
  readonly policies: readonly Observation<ObservedPolicy>[]
}

/** The names of an estate: roles and groups by name, policies by ARN. */
export interface EstateNames {
  readonly groupNames: readonly string[]
  readonly roleNames: readonly string[]
  readonly policyArns: readonly string[]
}

/** What a template itself puts on a group or role: all else on it is foreign, and stops its deletion. */
export interface OwnPolicies {
  /** ARNs that the template attaches. */
  readonly ownPolicyArns: readonly string[]
  /** Names of the inline policies that the template writes. */
  readonly ownInlineNames: readonly string[]
}

/** A group that is to be deleted. */
export interface LeavingGroup extends OwnPolicies {
  readonly groupName: string
}

/** A role that is to be deleted. */
export interface LeavingRole extends OwnPolicies {
  readonly roleName: string
}

/** A policy that is to be deleted. */
export interface LeavingPolicy {
  readonly arn: string
  /** Groups that the template attaches it to. */
  readonly ownGroupNames: readonly string[]
  /** Roles that the template attaches it to. */
  readonly ownRoleNames: readonly string[]
}

/** What is to be deleted, because it is taken out or replaced, with what the template itself puts on each. */
export interface Leaving {
  readonly groups: readonly LeavingGroup[]
  readonly roles: readonly LeavingRole[]
  readonly policies: readonly LeavingPolicy[]
}
