import {
  type DescribedIssue,
  describeIssue,
  hasErrors,
  type Issue,
  type SourceText,
  sortIssues,
} from '@sec/common'
import type { PolicyTemplate } from '@sec/policies'
import { checkConfig } from '../config/check-config.js'
import { configIssueKinds } from '../config/issues/config-issues.js'
import type { LoadBase } from '../config/parse/load-bases.js'
import { type ParsedConfig, parseConfig } from '../config/parse/parse-config.js'
import { buildModel } from '../model/build-model.js'
import type { SecModel } from '../model/model.js'
import { checkQuotas } from '../quotas/check-quotas.js'

export interface CompileOptions {
  /** The templates that assignments may name: those of `@sec/policies`, and further ones. */
  readonly templates: readonly PolicyTemplate[]
  /** Answers the texts behind `extends`. */
  readonly loadBase?: LoadBase
  /** Leaves account, region and partition to CloudFormation's pseudo parameters. */
  readonly portable?: boolean
  /** A tier version; configs of other tiers are refused. */
  readonly tierPin?: string
}

export interface CompiledConfig {
  /** Every fault, in words and with its place, in the order of the text. */
  readonly issues: readonly DescribedIssue[]
  /** The estate; absent when there is an error among the issues. */
  readonly model?: SecModel
  /** Puts an issue that a later check finds into words and into its place. */
  readonly describe: (issue: Issue) => DescribedIssue
}

/**
 * From a config's text to the estate that it means: parses, checks, builds, and counts quotas.
 *
 * Quotas are counted in the same run also where the config has errors, on the entries without one.
 */
export function compileConfig(source: SourceText, options: CompileOptions): CompiledConfig {
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
  const keys = issues.map(({ path: _path, ...words }) => JSON.stringify(words))
  return issues.filter((_issue, index) => keys.indexOf(keys[index] ?? '') === index)
}

function describerFor(parsed: ParsedConfig): (issue: Issue) => DescribedIssue {
  return (issue) =>
    describeIssue(issue, configIssueKinds, issue.location ?? parsed.locate(issue.path, issue.anchor))
}
