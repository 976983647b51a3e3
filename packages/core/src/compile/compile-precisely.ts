import {
  type DescribedIssue,
  describeIssue,
  hasErrors,
  type Issue,
  type SourceText,
  sortIssues,
} from '@sec/common'
import { checkConfig } from '../config/check-config.js'
import { configIssueKinds } from '../config/issues/config-issues.js'
import { parseConfig } from '../config/parse/parse-config.js'
import type { ParsedConfig } from '../config/parse/parse-with.js'
import { buildModel } from '../model/build-model.js'
import { checkQuotas } from '../quotas/check-quotas.js'
import type { CompiledConfig, CompileOptions } from './compile-options.js'

/**
 * From a config's text to its estate, with every fault in words and at its place.
 *
 * Quotas are counted in the same run also where the config has errors, on the entries without one.
 */
export function compilePrecisely(source: SourceText, options: CompileOptions): CompiledConfig {
  const parsed = parseConfig(source, options.loadBase)
  const describe = describerFor(parsed)
  const checked = checkConfig(parsed, options)
  const model = checked.config && buildModel(checked.config, options.templates, options)
  const issues = [...checked.issues, ...(model ? checkQuotas(model) : [])]
  const described = withoutRepeats(sortIssues(issues.map(describe)))
  return { issues: described, describe, ...(model && !hasErrors(issues) && { model }) }
}

/** A text that several entries share by an alias has its fault once. */
function withoutRepeats(issues: readonly DescribedIssue[]): DescribedIssue[] {
  const told = new Set<string>()
  return issues.filter(({ path: _path, ...words }) => {
    const count = told.size
    return told.add(JSON.stringify(words)).size > count
  })
}

/** Puts issues of a parsed config into words and into their places. */
export function describerFor(parsed: ParsedConfig): CompiledConfig['describe'] {
  return (issue: Issue) =>
    describeIssue(issue, configIssueKinds, issue.location ?? parsed.locate(issue.path, issue.anchor))
}
