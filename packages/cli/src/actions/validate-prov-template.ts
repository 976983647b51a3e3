import { resolve } from 'node:path'
import { type DescribedIssue, type ExitCode, exitCodes } from '@sec/common'
import { type ActionContext, describeReadFault, readText } from '@sec/common/cli'
import { externalIdsInText } from '@sec/common/iam'
import { checkTemplate, templateLimits } from '@sec/core'
import { createSources } from '../input/sources.js'
import { commandFor } from '../output/next-command.js'
import { showIssues } from '../output/show-issues.js'
import { type FindTemplateOptions, findTemplate } from './find-template.js'

export type ValidateProvTemplateOptions = FindTemplateOptions

/** Checks a template file: one that is named, or else the one that was written for the config. */
export async function validateProvTemplate(
  options: ValidateProvTemplateOptions,
  context: ActionContext,
): Promise<ExitCode> {
  const found = await findTemplate(options, context)
  if (found === undefined) return exitCodes.misuse
  const { file, hasBucket } = found
  const sources = createSources((text) => context.hide(externalIdsInText(text)))
  const { source, fault } = readText(
    context.files,
    resolve(context.cwd, file),
    file,
    templateLimits.bucketBytes,
  )
  if (source) sources.add(source)
  const issues = source ? checkTemplate(source).filter(isNews(hasBucket)) : [describeReadFault(fault, file)]
  if (!showIssues(issues, sources, options, context)) return exitCodes.misuse
  context.output.result(`${file} is a valid template`)
  if (options.config !== undefined && options.argument === undefined)
    context.output.note(
      `next: ${commandFor('export-iam-policy', { ...options, config: options.config }, context)}`,
    )
  return exitCodes.done
}

/** That a template goes through a bucket is no news where the config names one. */
function isNews(hasBucket: boolean): (issue: DescribedIssue) => boolean {
  return ({ code }) => !hasBucket || code !== 'TEMPLATE_INLINE_SIZE'
}
