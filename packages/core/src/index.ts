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
export { generateOperatorPolicies } from './operator/generate-operator-policies.js'
export { changeSetPrefix, templateKeyPrefix } from './operator/resources.js'

// Any CloudFormation template.

export { checkTemplate } from './template-check/check-template.js'
export { templateCheckIssueKinds } from './template-check/issues/template-issues.js'
