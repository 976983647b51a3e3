import type { DescribedIssue, Issue } from '@sec/common'
import type { PolicyTemplate } from '@sec/policies'
import type { LoadBase } from '../config/parse/load-bases.js'
import type { SecModel } from '../model/model.js'

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
