import type { SectionDifference } from './compare-sections.js'
import type { PropertyChange, ResourceDifference } from './resource-difference.js'

/** A value that a change touches, from the change set and both templates. */
export interface ShownProperty extends Omit<PropertyChange, 'requiresRecreation'> {
  /** `Never`, `Conditionally` or `Always`. */
  readonly requiresRecreation: string
  /** True where CloudFormation only knows when it is at work. */
  readonly isPossible: boolean
  /** The parameter, resource or attribute whose change is the cause, such as `RoleCi.Arn`. */
  readonly causedBy?: string
}

/** A resource that a change set touches. */
export interface ShownChange {
  /** `Add`, `Modify`, `Remove`, `Import`, `Dynamic` or `SyncWithActual`. */
  readonly action: string
  readonly logicalId: string
  readonly physicalId?: string
  readonly resourceType: string
  /** The name that the template gives. */
  readonly name?: string
  /** `True`, `False` or `Conditional`; a new or leaving resource has none. */
  readonly replacement?: string
  /** The properties because of which it is replaced, or may be. */
  readonly replacedBy: readonly string[]
  readonly properties: readonly ShownProperty[]
  /** What happened to it behind the stack, where CloudFormation was asked: `MODIFIED`, `DELETED`, `UNKNOWN`, ... */
  readonly driftStatus?: string
  /** True where the whole change is a possibility. */
  readonly isPossible: boolean
  /** In words, where there is something to add. */
  readonly note?: string
}

/** What a change set does, with values and reasons. */
export interface ShownChanges {
  /** In the change set's order. */
  readonly resources: readonly ShownChange[]
  /** What the templates tell and the change set does not, such as a changed DeletionPolicy. */
  readonly beside: readonly ResourceDifference[]
  /** Outputs, description and other sections. */
  readonly sections: readonly SectionDifference[]
  /** In words, where there is something to add to the whole. */
  readonly note?: string
}
