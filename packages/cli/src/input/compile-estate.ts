import { type DescribedIssue, describeIssue, type Issue, type IssueKinds } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { externalIdsInText } from '@sec/common/iam'
import type { SecModel } from '@sec/core'
import type { SecOptions } from '../flags.js'
import { showIssues } from '../output/show-issues.js'
import { type EstateOptions, loadEstate } from './load-estate.js'
import { createSources } from './sources.js'

export type CompileOptions = EstateOptions & Pick<SecOptions, 'strict'>

/** An estate without fault, and a way to say what later checks find in it. */
export interface CompiledEstate {
  readonly model: SecModel
  /**
   * Shows issues at their lines of the config; those without a path stand nowhere.
   *
   * @param kinds - The tables that have their words.
   * @returns Whether they let the action go on.
   */
  readonly show: (issues: readonly Issue[], kinds: IssueKinds) => Promise<boolean>
}

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
  return (await compileWithPlaces(options, context, checkMore))?.model
}

/** As {@link compileEstate}, for actions that find more as they go on. */
export async function compileWithPlaces(
  options: CompileOptions,
  context: ActionContext,
  checkMore: (model: SecModel) => readonly Issue[],
): Promise<CompiledEstate | undefined> {
  const sources = createSources((text) => context.hide(externalIdsInText(text)))
  const { issues, estate } = await loadEstate(options, context, sources)
  if (estate) context.log.open(estate.model.identity.stem)
  const more = estate ? await estate.describe(checkMore(estate.model)) : []
  if (!showIssues([...issues, ...more], sources, options, context) || !estate) return undefined
  const { model, describe } = estate
  return {
    model,
    show: async (found, kinds) =>
      showIssues(inWords(found, await describe(found), kinds), sources, options, context),
  }
}

/** The words of other tables, at the places that the config's own reader found. */
function inWords(
  issues: readonly Issue[],
  placed: readonly DescribedIssue[],
  kinds: IssueKinds,
): readonly DescribedIssue[] {
  return issues.map((issue, index) => {
    const { file, line, column } = placed[index] ?? {}
    const isPlaced = issue.path.length > 0 && file !== undefined && line !== undefined && column !== undefined
    return describeIssue(issue, kinds, isPlaced ? { file, line, column } : undefined)
  })
}
