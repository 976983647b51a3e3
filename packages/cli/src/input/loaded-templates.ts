import type { DescribedIssue } from '@sec/common'
import type { PolicyTemplate } from '@sec/policies'

/** The templates that ship and those of `--policy-templates`. */
export interface LoadedTemplates {
  readonly templates: readonly PolicyTemplate[]
  readonly issues: readonly DescribedIssue[]
  /** True for a fault of the config itself; false for what follows from a template at fault. */
  readonly isOwnFault: (issue: DescribedIssue) => boolean
}
