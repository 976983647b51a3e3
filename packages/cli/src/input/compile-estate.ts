import type { DescribedIssue } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import type { SecModel } from '@sec/core'
import type { SecOptions } from '../flags.js'
import { showIssues } from '../output/show-issues.js'
import { type EstateOptions, loadEstate } from './load-estate.js'

export type CompileOptions = EstateOptions & Pick<SecOptions, 'strict'>

/**
 * Loads the estate, names the log after it, and shows what was found.
 *
 * @param checkMore - Further issues of an estate without fault, shown in the same breath.
 * @returns Undefined when the action must stop; everything has been said then.
 */
export function compileEstate(
  options: CompileOptions,
  context: ActionContext,
  checkMore: (model: SecModel) => readonly DescribedIssue[] = () => [],
): SecModel | undefined {
  const { issues, model, sources } = loadEstate(options, context)
  if (model) context.log.open(model.identity.stem)
  const all = [...issues, ...(model ? checkMore(model) : [])]
  return showIssues(all, sources, options, context) ? model : undefined
}
