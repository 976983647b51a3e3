// Issues: faults that a person can mend, as data.

export type {
  Anchor,
  DescribedIssue,
  Issue,
  IssueArgs,
  IssuePath,
  Severity,
  SourceLocation,
} from './issue/issue.js'
export {
  type ArgsOf,
  describeIssue,
  hasErrors,
  type IssueKind,
  type IssueKinds,
  type IssueMaker,
  type IssuePlace,
  issueKind,
  issueMaker,
  sortIssues,
} from './issue/issue-kinds.js'

// Errors: what stops an action.

export { type ExitCode, exitCodes } from './error/exit-code.js'
export {
  type ErrorKind,
  exitCodeOf,
  isProvisionerError,
  ProvisionerError,
} from './error/provisioner-error.js'

// Text.

export { byteLength } from './text/byte-length.js'
export { counted } from './text/counted.js'
export { didYouMean, nearest, suggestion } from './text/nearest.js'
export { parseJson } from './text/parse-json.js'
export { pascalCase } from './text/pascal-case.js'

// YAML with places.

export { loadTemplate, type TemplateDocument } from './yaml/load-template.js'
export { loadYaml, type YamlDocument } from './yaml/load-yaml.js'
export { quickYaml } from './yaml/quick-yaml.js'
export type { SourceText } from './yaml/source-text.js'
export { yamlIssue, yamlIssueKinds } from './yaml/yaml-issues.js'

// What a change set of CloudFormation will do.

export type { ChangeDetail, ResourceChange } from './stack/resource-change.js'
