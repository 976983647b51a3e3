// The whole way: from a config's text to the estate.
export { type CompileOptions, type CompiledConfig, compileConfig } from './compile/compile-config.js'
// Stage 1: parse.
export type { LoadBase } from './config/parse/load-bases.js'
export { configLimitBytes, type ParsedConfig, parseConfig } from './config/parse/parse-config.js'
// Stage 2: check.
export { type CheckedConfig, type CheckOptions, checkConfig } from './config/check-config.js'
export { configIssueKinds } from './config/issues/config-issues.js'
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
export { checkQuotas } from './quotas/check-quotas.js'
// Stage 4: generate.
export { generateTemplate } from './generate/generate-template.js'
export type { Output, Resource, Template, TemplateValue } from './generate/template.js'
export { toPolicyDocument } from './generate/policy-document.js'
// Stage 5: emit.
export { emitTemplate } from './emit/emit-template.js'
export { checkTemplateText, templateLimits } from './quotas/check-template-text.js'
// Names.
export { type TemplateFormat, templateFile } from './names/files.js'
export { type EntryKind, entryKinds, type TierName, type TierVersion, tierNames, tiers, tierVersions } from './names/tier.js'
