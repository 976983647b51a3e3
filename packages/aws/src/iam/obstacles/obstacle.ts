export type { Leaving, LeavingGroup, LeavingPolicy, LeavingRole, OwnPolicies } from '@sec/common/iam'

/** Where a policy stands or is attached. */
export interface PrincipalName {
  readonly kind: 'group' | 'role'
  readonly name: string
}

/** What keeps something from being deleted, or would be lost with it without a word. */
export type Obstacle =
  /** IAM deletes no group that has members. */
  | { readonly kind: 'members'; readonly groupName: string; readonly userNames: readonly string[] }
  /** Somebody attached a policy that the template does not attach. */
  | { readonly kind: 'foreign-attachment'; readonly principal: PrincipalName; readonly policyArn: string }
  /** Somebody wrote an inline policy that the template does not have. */
  | { readonly kind: 'foreign-inline'; readonly principal: PrincipalName; readonly policyName: string }
  /** IAM deletes no role that is in an instance profile. */
  | {
      readonly kind: 'instance-profile'
      readonly roleName: string
      readonly profileNames: readonly string[]
    }
  /** IAM deletes no policy that is attached to anything. */
  | {
      readonly kind: 'foreign-attachment-of-policy'
      readonly policyArn: string
      readonly groupNames: readonly string[]
      readonly roleNames: readonly string[]
      readonly userNames: readonly string[]
    }
  /** IAM deletes no policy that is somebody's permissions boundary. */
  | {
      readonly kind: 'foreign-boundary'
      readonly policyArn: string
      readonly roleNames: readonly string[]
      readonly userNames: readonly string[]
    }

/** What somebody gave to a group or role beside the template. */
export type ForeignPolicy = Extract<Obstacle, { readonly kind: 'foreign-attachment' | 'foreign-inline' }>
