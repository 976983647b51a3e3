import type { ResourceChange } from '@sec/common'

export type { ChangeDetail, ResourceChange } from '@sec/common'

/** A stack as CloudFormation describes it. */
export interface StackDescription {
  readonly stackId: string
  readonly stackName: string
  /** CloudFormation's word, such as `UPDATE_COMPLETE`. */
  readonly status: string
  readonly statusReason: string
  /** Output key to value. */
  readonly outputs: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
  readonly terminationProtection: boolean
  readonly notificationArns: readonly string[]
  /** The service role that the stack keeps using. */
  readonly roleArn?: string
  /** Milliseconds since 1970. */
  readonly createdMs: number
  /** Milliseconds since 1970; of the last update. */
  readonly updatedMs?: number
}

/** A stack as the list of all stacks has it. */
export interface StackSummary {
  readonly stackId: string
  readonly stackName: string
  readonly status: string
  readonly createdMs: number
}

/** Where a template stands: in the request, or in a bucket. */
export type TemplateSource =
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'url'; readonly url: string }

/** What a change set is made of. */
export interface ChangeSetRequest {
  readonly stackName: string
  readonly changeSetName: string
  readonly type: 'CREATE' | 'UPDATE'
  readonly template: TemplateSource
  readonly capabilities: readonly string[]
  readonly tags: Readonly<Record<string, string>>
  readonly notificationArns: readonly string[]
  readonly roleArn?: string
  /** Up to 1,024 characters. */
  readonly description: string
  /** Makes a repeated request the same request; the same for every retry. */
  readonly clientToken: string
  /** Compares with what is really there, and mends it. */
  readonly revertDrift?: boolean
}

export interface ChangeSetIds {
  readonly changeSetId: string
  readonly stackId: string
}

export interface ChangeSetDescription extends ChangeSetIds {
  readonly changeSetName: string
  /** `CREATE_IN_PROGRESS`, `CREATE_COMPLETE`, `FAILED`, ... */
  readonly status: string
  readonly statusReason: string
  readonly executionStatus: string
  /** Of every page. */
  readonly changes: readonly ResourceChange[]
}

export interface ChangeSetSummary extends ChangeSetIds {
  readonly changeSetName: string
  readonly status: string
  readonly executionStatus: string
  readonly createdMs: number
}

/** One line of what happened to a stack. */
export interface StackEvent {
  readonly eventId: string
  readonly atMs: number
  readonly logicalId: string
  readonly physicalId: string
  readonly resourceType: string
  readonly status: string
  readonly statusReason: string
  /** The token of the operation that it belongs to. */
  readonly clientRequestToken: string
}

/** What DescribeEvents tells beside the stack's events: findings of the early validation, and failures. */
export interface OperationEvent {
  readonly eventType: string
  /** Milliseconds since 1970; absent where the server does not say. */
  readonly atMs?: number
  /** The token of the operation that it belongs to. */
  readonly clientRequestToken?: string
  readonly logicalId: string
  readonly resourceType: string
  readonly status: string
  readonly statusReason: string
  readonly validationName?: string
  readonly validationPath?: string
  /** `FAIL` or `WARN`. */
  readonly validationFailureMode?: string
  readonly validationStatusReason?: string
}

export interface StackResource {
  readonly logicalId: string
  readonly physicalId: string
  readonly resourceType: string
  readonly status: string
}

export interface DriftDetection {
  /** `DETECTION_IN_PROGRESS`, `DETECTION_COMPLETE` or `DETECTION_FAILED`. */
  readonly status: string
  readonly statusReason: string
  /** `DRIFTED`, `IN_SYNC`, `UNKNOWN` or `NOT_CHECKED`. */
  readonly stackDriftStatus: string
}

export interface PropertyDifference {
  readonly path: string
  readonly expected: string
  readonly actual: string
  /** `ADD`, `REMOVE` or `NOT_EQUAL`. */
  readonly type: string
}

export interface ResourceDrift {
  readonly logicalId: string
  readonly physicalId: string
  readonly resourceType: string
  /** `IN_SYNC`, `MODIFIED`, `DELETED`, `NOT_CHECKED`, `UNKNOWN` or `UNSUPPORTED`. */
  readonly status: string
  readonly differences: readonly PropertyDifference[]
}

/** CloudFormation, call by call. Functions take the few that they need, as `Pick<StackApi, ...>`. */
export interface StackApi {
  /** @returns Undefined where there is no stack of this name; a deleted one is found by its id. */
  readonly describeStack: (nameOrId: string) => Promise<StackDescription | undefined>
  /** All that are not deleted, every page. */
  readonly listStacks: () => Promise<readonly StackSummary[]>
  /** The template's text as it was sent. */
  readonly getTemplate: (nameOrId: string) => Promise<string>
  readonly createChangeSet: (request: ChangeSetRequest) => Promise<ChangeSetIds>
  /** @returns Undefined where there is none. */
  readonly describeChangeSet: (ids: ChangeSetIds) => Promise<ChangeSetDescription | undefined>
  readonly listChangeSets: (stackName: string) => Promise<readonly ChangeSetSummary[]>
  readonly executeChangeSet: (ids: ChangeSetIds, clientToken: string) => Promise<void>
  /** No fault where it is gone already. */
  readonly deleteChangeSet: (ids: ChangeSetIds) => Promise<void>
  /** No fault where it is gone already. */
  readonly deleteStack: (request: {
    readonly stackId: string
    readonly clientToken: string
    readonly roleArn?: string
  }) => Promise<void>
  /**
   * Newest first, every page back to `untilEventId`, which is left out; all where it is absent. `maxPages` ends
   * the reading sooner, where only the newest events matter.
   */
  readonly describeStackEvents: (
    stackId: string,
    untilEventId?: string,
    maxPages?: number,
  ) => Promise<readonly StackEvent[]>
  readonly describeFailedEvents: (
    of: { readonly stackName: string } | { readonly changeSetId: string },
  ) => Promise<readonly OperationEvent[]>
  readonly listStackResources: (stackId: string) => Promise<readonly StackResource[]>
  readonly continueUpdateRollback: (request: {
    readonly stackName: string
    readonly clientToken: string
    readonly roleArn?: string
  }) => Promise<void>
  readonly updateTerminationProtection: (stackName: string, isEnabled: boolean) => Promise<void>
  /** @returns The id of the detection. */
  readonly detectStackDrift: (stackName: string) => Promise<string>
  readonly describeStackDriftDetection: (detectionId: string) => Promise<DriftDetection>
  readonly describeResourceDrifts: (stackName: string) => Promise<readonly ResourceDrift[]>
}

/** A place in a bucket whose owner is checked with every call. */
export interface ObjectPlace {
  readonly bucket: string
  /** Account id. */
  readonly expectedBucketOwner: string
}

export interface ObjectApi {
  /** `us-east-1` where S3 answers nothing. */
  readonly getBucketRegion: (place: ObjectPlace) => Promise<string>
  /** Sent with its SHA-256, which S3 checks. */
  readonly putObject: (place: ObjectPlace, key: string, body: string, contentType: string) => Promise<void>
  /** Keys, every page. */
  readonly listKeys: (place: ObjectPlace, prefix: string) => Promise<readonly string[]>
  /** Up to 1,000 keys a call; a key that is gone already is no fault. */
  readonly deleteObjects: (place: ObjectPlace, keys: readonly string[]) => Promise<void>
}

export interface ParameterApi {
  /** @returns Undefined where there is none. */
  readonly getParameter: (name: string) => Promise<string | undefined>
  /** Name to value of everything below a path, every page. */
  readonly getParametersByPath: (path: string) => Promise<Readonly<Record<string, string>>>
  /** Standard tier, type String. Written over where it exists; tags are put on in either case. */
  readonly putParameter: (parameter: {
    readonly name: string
    readonly value: string
    readonly description: string
    readonly tags: Readonly<Record<string, string>>
    /** True where the name is known to exist, which saves a call. */
    readonly exists: boolean
  }) => Promise<void>
  /** In batches of ten; names that are gone already are no fault. */
  readonly deleteParameters: (names: readonly string[]) => Promise<void>
}

export interface CallerIdentity {
  readonly accountId: string
  readonly arn: string
}

export interface IdentityApi {
  readonly getCallerIdentity: () => Promise<CallerIdentity>
}
