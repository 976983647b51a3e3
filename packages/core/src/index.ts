// The whole way: from a config's text to the estate.

export { compileConfig } from './compile/compile-config.js'
export type { CompiledConfig, CompileOptions } from './compile/compile-options.js'
export { compilePrecisely } from './compile/compile-precisely.js'
export { compileQuickly } from './compile/compile-quickly.js'

// Stage 1: parse.

export type { LoadBase } from './config/parse/load-bases.js'
export { parseConfig } from './config/parse/parse-config.js'
export { configLimitBytes, type ParsedConfig } from './config/parse/parse-with.js'

// Stage 2: check.

export { type CheckedConfig, type CheckOptions, checkConfig } from './config/check-config.js'
export { configIssueKinds, ownConfigIssueKinds } from './config/issues/config-issues.js'
export type { SecConfig } from './config/schema/sec-config.js'

// Stage 3: build.

export { type BuildOptions, buildModel } from './model/build-model.js'
export type {
  Attachment,
  DeploymentModel,
  GroupModel,
  Identity,
  InlinePolicyModel,
  MayPass,
  Origin,
  PolicyModel,
  Quotas,
  RoleKind,
  RoleModel,
  SecModel,
  StatementModel,
} from './model/model.js'

// Stage 4: generate.

export { generateTemplate } from './generate/generate-template.js'
export { toPolicyDocument } from './generate/policy-document.js'
export type { Output, Resource, Template, TemplateValue } from './generate/template.js'

// Stage 5: emit.

export { emitTemplate } from './emit/emit-template.js'

// Quotas and limits.

export { templateLimits } from './limits/template-limits.js'
export { checkQuotas } from './quotas/check-quotas.js'
export { checkTemplateText } from './quotas/check-template-text.js'

// Names and tiers.

export { dnsSuffixOf, type Partition } from './aws-data/regions.js'
export { type TemplateFormat, templateFile } from './names/files.js'
export {
  type EntryKind,
  entryKinds,
  type TierName,
  type TierVersion,
  tierNames,
  tiers,
  tierVersions,
} from './names/tier.js'

// Exports: JSON for people and other tools. They take a model that is not portable.

export type { ExportFile } from './exports/export-file.js'
export { exportGroups } from './exports/export-groups.js'
export { exportPolicies } from './exports/export-policies.js'
export { exportRoles } from './exports/export-roles.js'

// The operator's own policy, and the calls that it follows from.

export { type AwsAction, actionCalls } from './operator/action-calls.js'
export type { AwsCall, Caller, Need, ResourceKind } from './operator/aws-call.js'
export { type CallGroup, callGroups } from './operator/call-groups.js'
export { generateOperatorPolicies } from './operator/generate-operator-policies.js'
export { changeSetPrefix, templateKeyPrefix } from './operator/resources.js'

// Any CloudFormation template.

export { checkTemplate } from './template-check/check-template.js'
export { templateCheckIssueKinds } from './template-check/issues/template-issues.js'

// A template as the estate that it makes.

export { parseDeployedTemplate } from './estate/parse-deployed-template.js'
export type { StackPlace } from './estate/place.js'
export type { Unresolved } from './estate/resolve-template.js'
export { sameTemplate } from './estate/same-template.js'
export { estateOf, type TemplateEstate, type TemplateResource } from './estate/template-estate.js'

// What differs between two templates, and between two estates.

export type { AccessChange, PolicyStatement, ValuePair } from './changes/access-change.js'
export { isAdministratorLike } from './changes/administrator.js'
export { changeIssueKinds } from './changes/change-issues.js'
export { compareAccess } from './changes/compare-access.js'
export { compareSections, type SectionDifference } from './changes/compare-sections.js'
export { compareTemplates } from './changes/compare-templates.js'
export { leavingOf } from './changes/leaving.js'
export { mergeChanges } from './changes/merge-changes.js'
export { findRefusedEdits, type RefusedEdit } from './changes/refused-edits.js'
export { toChangeIssues } from './changes/refused-issues.js'
export type { PropertyChange, Recreation, ResourceDifference } from './changes/resource-difference.js'
export type { ShownChange, ShownChanges, ShownProperty } from './changes/shown-change.js'
export { compareDocuments, type DocumentDifference, sameDocument } from './documents/compare-documents.js'

// An estate compared with what IAM has.

export { compareEstate } from './drift/compare-estate.js'
export { type DriftWords, describeDrift, handsOnly } from './drift/describe-drift.js'
export {
  type DriftDifference,
  type DriftEffect,
  type DriftFinding,
  type DriftNotChecked,
  type DriftSubject,
  type EstateDrift,
  isDifference,
  type StatementChange,
} from './drift/drift-finding.js'
export { statementWords } from './drift/statement-words.js'

// The estate under the names of a test deployment.

export {
  chooseSimulations,
  type SimulatedPrincipal,
  type Simulation,
} from './test-deployment/choose-simulations.js'
export {
  type LeaveReason,
  type Leftovers,
  type ListedStack,
  leftoversAmong,
} from './test-deployment/leftovers.js'
export type { ContextEntry } from './test-deployment/meet-conditions.js'
export type { SamplePlace } from './test-deployment/sample-resource.js'
export { testModel } from './test-deployment/test-model.js'
export { makeTestSuffix, testSuffix } from './test-deployment/test-suffix.js'

// The config line that a resource comes from.

export { originOf } from './origins/origin-of.js'
export { pathOfLogicalId, type ResourceOrigin } from './origins/resource-origin.js'
