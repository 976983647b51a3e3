import type { IssuePath } from '@sec/common'
import type { DocumentDifference } from '../documents/compare-documents.js'

/** CloudFormation's words for whether a change makes the resource anew. */
export type Recreation = 'Never' | 'Conditionally' | 'Always'

/** One value of a resource that differs between two templates. */
export interface PropertyChange {
  /** `Properties`, or another attribute of the resource: `Type`, `DeletionPolicy`, `Metadata`, ... */
  readonly attribute: string
  /** Below the attribute; items of `Policies` and `Tags` by their name or key, such as `Tags`, `team`. */
  readonly path: IssuePath
  /** Undefined where the value is new, and for a document. */
  readonly before?: unknown
  /** Undefined where the value is gone, and for a document. */
  readonly after?: unknown
  /** How a policy document differs; nothing in it where only its writing does. */
  readonly statements?: DocumentDifference
  readonly requiresRecreation: Recreation
}

/** One resource that differs between two templates. */
export interface ResourceDifference {
  readonly action: 'Add' | 'Remove' | 'Modify'
  readonly logicalId: string
  /** The new type, or that of the resource that goes. */
  readonly resourceType: string
  /** The new name, or that of the resource that goes; undefined where CloudFormation makes it. */
  readonly name?: string
  readonly properties: readonly PropertyChange[]
  /** The properties whose change makes CloudFormation replace the resource; empty where it stays. */
  readonly replacedBy: readonly string[]
}
