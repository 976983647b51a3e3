import type { ActionContext } from '@sec/common/cli'
import { builtinPolicyTemplates } from '@sec/policies'
import type { LoadedTemplates } from './loaded-templates.js'
import type { Sources } from './sources.js'

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
