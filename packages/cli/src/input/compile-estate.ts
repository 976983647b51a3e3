import type { Issue } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import type { SecModel } from '@sec/core'
import type { SecOptions } from '../flags.js'
import { showIssues } from '../output/show-issues.js'
import { type EstateOptions, loadEstate } from './load-estate.js'
import { createSources } from './sources.js'

export type CompileOptions = EstateOptions & Pick<SecOptions, 'strict'>

/**
 * Loads the estate, names the log after it, and shows what was found.
 *
 * @param checkMore - Further issues of an estate without fault, shown in the same breath.
 * @returns Undefined when the action must stop; everything has been said then.
 */
export async function compileEstate(
  options: CompileOptions,
  context: ActionContext,
  checkMore: (model: SecModel) => readonly Issue[] = () => [],
): Promise<SecModel | undefined> {
  const sources = createSources()
  const { issues, estate } = await loadEstate(options, context, sources)
  if (estate) context.log.open(estate.model.identity.stem)
  const more = estate ? await estate.describe(checkMore(estate.model)) : []
  return showIssues([...issues, ...more], sources, options, context) ? estate?.model : undefined
}
