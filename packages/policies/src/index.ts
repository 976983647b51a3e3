// The templates that ship.
export { builtinPolicyTemplates } from './builtin-policy-templates.js'
// Checking.
export { checkPolicyTemplates, type LocateTemplate } from './check-policy-templates.js'
// Parsing further ones.
export { type ParsedTemplate, parsePolicyTemplate, templateLimitBytes } from './parse-policy-template.js'
export { parsePolicyTemplates } from './parse-policy-templates.js'
export type { PolicyTemplate } from './policy-template.js'
export { logicalIdsOf, partsOf, policyNamesOf } from './template-ids.js'
export { templateIssue, templateIssueKinds } from './template-issues.js'
