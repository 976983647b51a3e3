import type { DescribedIssue } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { builtinPolicyTemplates, type PolicyTemplate } from '@sec/policies'
import type { Sources } from './sources.js'

/** The templates that ship and those of `--policy-templates`. */
export interface LoadedTemplates {
  readonly templates: readonly PolicyTemplate[]
  readonly issues: readonly DescribedIssue[]
  /** True for a fault of the config itself; false for what follows from a template at fault. */
  readonly isOwnFault: (issue: DescribedIssue) => boolean
}

/** Without folders there is nothing to read, and nothing that could be wrong. */
export async function loadPolicyTemplates(
  folders: readonly string[],
  context: ActionContext,
  sources: Sources,
): Promise<LoadedTemplates> {
  if (folders.length === 0) return { templates: builtinPolicyTemplates(), issues: [], isOwnFault: () => true }
  const { loadFurtherTemplates } = await import('./load-further-templates.js')
  return loadFurtherTemplates(folders, context, sources)
}
