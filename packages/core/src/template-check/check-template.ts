import {
  byteLength,
  type DescribedIssue,
  describeIssue,
  type Issue,
  loadTemplate,
  type SourceText,
  sortIssues,
  type TemplateDocument,
  yamlIssueKinds,
} from '@sec/common'
import { describeValue, isMap } from '@sec/common/iam'
import { templateLimits } from '../limits/template-limits.js'
import { templateCheckIssueKinds, templateIssue } from './issues/template-issues.js'
import { checkPolicies } from './policies/check-policies.js'
import { checkSizes } from './policies/check-sizes.js'
import { readTemplate, type TemplateView } from './read/template-view.js'
import { checkConditionNames } from './references/check-condition-names.js'
import { checkCycles } from './references/check-cycles.js'
import { checkFindInMap } from './references/check-find-in-map.js'
import { checkFunctions } from './references/check-functions.js'
import { checkReferences } from './references/check-references.js'
import { checkAttachments } from './resources/check-attachments.js'
import { checkProperties } from './resources/check-properties.js'
import { checkSameNames } from './resources/check-same-names.js'
import { checkConditions } from './structure/check-conditions.js'
import { checkMappings } from './structure/check-mappings.js'
import { checkNames } from './structure/check-names.js'
import { checkNulls } from './structure/check-nulls.js'
import { checkOutputs } from './structure/check-outputs.js'
import { checkParameters } from './structure/check-parameters.js'
import { checkResources } from './structure/check-resources.js'
import { checkSections, looksLikeTemplate } from './structure/check-sections.js'

const kinds = { ...yamlIssueKinds, ...templateCheckIssueKinds }

const checks: readonly ((view: TemplateView) => Issue[])[] = [
  ...[checkSections, checkNulls, checkNames, checkParameters, checkMappings, checkConditions],
  ...[checkResources, checkOutputs],
  ...[checkReferences, checkConditionNames, checkFunctions, checkFindInMap, checkCycles],
  ...[checkProperties, checkSameNames, checkAttachments],
  ...[checkPolicies, checkSizes],
]

/**
 * Checks any CloudFormation template, in YAML or JSON: structure, limits, references, functions, and the properties and
 * policies of IAM resources and SSM parameters.
 *
 * @param source - Text and the name by which issues speak of it.
 * @returns Every issue, sorted by place; no error means that nothing is certainly wrong. Never throws.
 */
export function checkTemplate(source: SourceText): readonly DescribedIssue[] {
  const bytes = byteLength(source.text)
  const { bucketBytes: limitBytes } = templateLimits
  if (bytes > limitBytes) {
    const location = { file: source.file, line: 1, column: 1 }
    return [describe(templateIssue('TEMPLATE_TOO_LARGE', [], { bytes, limitBytes }, { location }))]
  }
  const document = loadTemplate(source, limitBytes)
  const issues = [...document.issues.map(inTemplateWords), ...sizeIssues(bytes), ...aliasIssues(document)]
  return sortIssues([...issues, ...checkDocument(document)].map((issue) => describe(issue, document)))
}

function checkDocument({ value, issues }: TemplateDocument): Issue[] {
  if (issues.length > 0) return []
  if (!isMap(value)) return [templateIssue('TEMPLATE_NOT_A_MAP', [], { found: describeValue(value) })]
  if (!looksLikeTemplate(value)) return [templateIssue('TEMPLATE_NO_RESOURCES', [], {})]
  const view = readTemplate(value)
  return checks.flatMap((check) => check(view))
}

/** The words of the YAML issue are about a config. */
function inTemplateWords(issue: Issue): Issue {
  return issue.code === 'YAML_EMPTY' ? templateIssue('TEMPLATE_EMPTY', [], {}, issue) : issue
}

function sizeIssues(bytes: number): Issue[] {
  const { requestBytes: limitBytes } = templateLimits
  return bytes > limitBytes ? [templateIssue('TEMPLATE_INLINE_SIZE', [], { bytes, limitBytes })] : []
}

function aliasIssues({ aliases }: TemplateDocument): Issue[] {
  const [location] = aliases
  return location ? [templateIssue('TEMPLATE_ALIAS', [], {}, { location })] : []
}

function describe(issue: Issue, document?: TemplateDocument): DescribedIssue {
  return describeIssue(issue, kinds, document && locate(issue, document))
}

/** The place of the nearest part that is written: what a policy as JSON text holds stands at the text. */
function locate({ path, anchor }: Issue, document: TemplateDocument) {
  for (let length = path.length; length > 0; length -= 1) {
    const place = document.locate(path.slice(0, length), anchor)
    if (place) return place
  }
  return document.locate([], anchor)
}
