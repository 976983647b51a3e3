import type { ObservedPolicy } from '@sec/common/iam'

/** Whose difference it is. */
export interface DriftSubject {
  readonly type: 'group' | 'role' | 'policy'
  /** Without the path. */
  readonly name: string
}

/**
 * What a difference means for access: `wider` lets somebody do more than the config says, `narrower` less; `cosmetic`
 * changes no access; `other` is both, or cannot be told from the documents at hand.
 */
export type DriftEffect = 'wider' | 'narrower' | 'cosmetic' | 'other'

/** Whole statements as they are written, in the order of their documents. */
export interface StatementChange {
  /** Found, and not in the template. */
  readonly gained: readonly unknown[]
  /** In the template, and not found. */
  readonly lost: readonly unknown[]
  /** The `Version` of both documents, where it differs and gives the same words another meaning. */
  readonly language?: { readonly expected: string; readonly found: string }
}

interface Finding<Kind extends string> {
  readonly kind: Kind
  readonly subject: DriftSubject
  readonly effect: DriftEffect
}

/** An old (expected) and a new (found) value. */
interface Values<Value> {
  readonly expected: Value
  readonly found: Value
}

/** A difference between what a template makes and what IAM has. */
export type DriftDifference =
  /** The group, role or policy is gone. */
  | Finding<'missing'>
  | (Finding<'extra-inline-policy'> & StatementChange & { readonly policyName: string })
  | (Finding<'missing-inline-policy'> & StatementChange & { readonly policyName: string })
  | (Finding<'changed-inline-policy'> & StatementChange & { readonly policyName: string })
  | (Finding<'extra-attachment'> & { readonly policyArn: string })
  | (Finding<'missing-attachment'> & { readonly policyArn: string })
  /** The default version of a managed policy. */
  | (Finding<'changed-policy-document'> &
      StatementChange & {
        readonly versionId: string
        /** Names of those whose access it is. */
        readonly attachedTo: ObservedPolicy['attachedTo']
      })
  /** Versions above the default one: each becomes what counts by one call. */
  | (Finding<'newer-versions'> & {
      readonly defaultVersionId: string
      readonly newerVersionIds: readonly string[]
    })
  /** A policy of the estate is attached to somebody who is not of the estate. */
  | (Finding<'foreign-attachment'> & {
      readonly holder: { readonly type: 'group' | 'role' | 'user'; readonly name: string }
    })
  | (Finding<'changed-trust-policy'> &
      StatementChange & {
        /** Unique ids that IAM shows for principals that were deleted. */
        readonly deletedPrincipalIds: readonly string[]
      })
  | (Finding<'boundary-added'> & { readonly found: string })
  | (Finding<'boundary-removed'> & { readonly expected: string })
  | (Finding<'boundary-changed'> & Values<string>)
  /** Seconds. */
  | (Finding<'changed-session-length'> & Values<number>)
  | (Finding<'changed-description'> & Values<string>)
  | (Finding<'changed-path'> & Values<string>)
  | (Finding<'tag-added'> & { readonly key: string; readonly found: string })
  | (Finding<'tag-removed'> & { readonly key: string; readonly expected: string })
  | (Finding<'tag-changed'> & { readonly key: string } & Values<string>)

/** What nobody could compare, and why: neither in sync nor a difference. */
export interface DriftNotChecked {
  readonly kind: 'not-checked'
  readonly subject: DriftSubject
  /** What of it; the whole of it where this is absent. */
  readonly part?: string
  readonly reason: string
}

export type DriftFinding = DriftDifference | DriftNotChecked

/** The comparison of an estate with what IAM has. */
export interface EstateDrift {
  /** Groups, then roles, then policies, each in the order of the estate. */
  readonly findings: readonly DriftFinding[]
}

export function isDifference(finding: DriftFinding): finding is DriftDifference {
  return finding.kind !== 'not-checked'
}
