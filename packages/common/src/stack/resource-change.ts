/** One property, attribute or tag that a change set touches, in the words of the API. */
export interface ChangeDetail {
  /** `Properties`, `Metadata`, `Tags`, ... */
  readonly attribute: string
  /** The property's name, where the attribute is `Properties`. */
  readonly name?: string
  /** `Never`, `Conditionally` or `Always`. */
  readonly requiresRecreation?: string
  /** `Static` is a fact, `Dynamic` a possibility. */
  readonly evaluation?: string
  /** What caused it, such as `DirectModification` or `ResourceAttribute`, and which entity. */
  readonly changeSource?: string
  readonly causingEntity?: string
  readonly before?: string
  readonly after?: string
  /** Where in the resource, such as `/Properties/Tags/0/Value`. */
  readonly path?: string
  /** What is there now, where a drift-aware change set found it changed. */
  readonly actual?: string
}

/**
 * What a change set will do to one resource.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html | ResourceChange}
 */
export interface ResourceChange {
  /** `Add`, `Modify`, `Remove`, `Import`, `Dynamic` or `SyncWithActual`. */
  readonly action: string
  readonly logicalId: string
  readonly physicalId?: string
  readonly resourceType: string
  /** `True`, `False` or `Conditional`; absent where nothing is replaced. */
  readonly replacement?: string
  readonly policyAction?: string
  /** Of a drift-aware change set: `IN_SYNC`, `MODIFIED`, `DELETED`, `UNKNOWN` or `UNSUPPORTED`. */
  readonly driftStatus?: string
  readonly details: readonly ChangeDetail[]
}
