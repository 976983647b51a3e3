// Ports: AWS, call by call, as plain data.

export { awsError } from './issues/aws-error.js'
export type {
  CallerIdentity,
  ChangeDetail,
  ChangeSetDescription,
  ChangeSetIds,
  ChangeSetRequest,
  ChangeSetSummary,
  DriftDetection,
  IdentityApi,
  ObjectApi,
  ObjectPlace,
  OperationEvent,
  ParameterApi,
  PropertyDifference,
  ResourceChange,
  ResourceDrift,
  StackApi,
  StackDescription,
  StackEvent,
  StackResource,
  StackSummary,
  TemplateSource,
} from './ports.js'
export type { Waiting } from './waiting.js'

// Sessions: the edge, where the SDK is.

export { checkAccount } from './clients/check-account.js'
export { environmentKeysWarning } from './clients/credentials/credentials.js'
export { isExplicitDeny } from './clients/errors/denied-errors.js'
export { isUnsupportedError } from './clients/errors/unsupported-errors.js'
export { type Aws, awsOf, openAws } from './clients/open-aws.js'
export { type CallDetail, type Refusal, sendCall } from './clients/send-call.js'
export { type AwsSession, openSession } from './clients/session.js'
export {
  type CallRecord,
  defaultTimeouts,
  type SessionOptions,
  type Timeouts,
} from './clients/session-options.js'
export { accessIssueKinds } from './issues/access-issues.js'

// Templates in a bucket, and published parameters.

export { storeIssueKinds } from './issues/store-issues.js'
export { bucketName } from './objects/bucket-name.js'
export {
  chooseTemplateSource,
  type TemplateChoice,
  type TemplateLimits,
  type TemplateTexts,
  templateLimits,
} from './objects/choose-template-source.js'
export { removeAllTemplates, removeTemplates } from './objects/remove-templates.js'
export { digestOf, isTemplateKey, templateKey } from './objects/template-key.js'
export { type TemplateAddress, templateUrl } from './objects/template-url.js'
export { type TemplateUpload, uploadTemplate } from './objects/upload-template.js'
export { type ParameterPlan, type ParameterWrite, planParameters } from './parameters/plan-parameters.js'
export {
  type ParameterProgress,
  type ParameterTraits,
  publishParameters,
} from './parameters/publish-parameters.js'
export { removeParameters } from './parameters/remove-parameters.js'

// A stack's life.

export {
  type ChangeSetFailure,
  changeSetFailureOf,
} from './change-set/change-set-failure.js'
export {
  type DiscardApi,
  type Discarded,
  type DiscardRequest,
  discardChangeSet,
} from './change-set/discard-change-set.js'
export { isNoChanges } from './change-set/is-no-changes.js'
export { type Preview, type PreviewApi, previewChanges } from './change-set/preview-changes.js'
export {
  type DeleteApi,
  type DeleteRequest,
  deleteStack,
  refuseProtectedStack,
} from './delete/delete-stack.js'
export { type DriftApi, detectDrift, type StackDrift } from './drift/detect-drift.js'
export { stackIssueKinds } from './issues/stack-issues.js'
export { cleanReason } from './operation/clean-reason.js'
export { continueRollback } from './operation/continue-rollback.js'
export { type ExecuteApi, executeChangeSet } from './operation/execute-change-set.js'
export type { Failure } from './operation/failure.js'
export { findRootCause, type RootCause } from './operation/find-root-cause.js'
export {
  type FollowApi,
  type FollowedOperation,
  followOperation,
  type OnEvent,
} from './operation/follow-operation.js'
export { hintFor } from './operation/hint-for.js'
export type { OperationEnd, OperationKind, OperationResult } from './operation/operation-result.js'
export { describeFinding, type ValidationFinding } from './operation/validation-findings.js'
export { type Busy, describeBusy, describeBusyInWords, stackBusyError } from './stack/describe-busy.js'
export { makeOperationToken, type OperationOrigin, readOperationToken } from './stack/operation-token.js'
export { settleStack } from './stack/settle-stack.js'
export { isOfStackItself } from './stack/stack-events.js'
export {
  type BusyOperation,
  type StackState,
  type StackStateKind,
  stackStateOf,
} from './stack/stack-state.js'
export { waitLimitsMs } from './wait/limits.js'
export { type PollOptions, pollUntil } from './wait/poll-until.js'
