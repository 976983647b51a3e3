import { type ExitCode, exitCodes } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import { templateFile } from '@sec/core'
import type { SecOptions } from '../flags.js'
import { type CompileOptions, compileEstate } from '../input/compile-estate.js'
import { countsOf, describeCounts } from '../output/count-words.js'
import { commandFor } from '../output/next-command.js'
import { renderTemplate } from '../output/template-text.js'
import { writeOutputs } from '../output/write-outputs.js'

export type CreateProvTemplateOptions = CompileOptions & Pick<SecOptions, 'templateFormat' | 'out' | 'dryRun'>

/** Writes the CloudFormation template of a config. */
export async function createProvTemplate(
  options: CreateProvTemplateOptions,
  context: ActionContext,
): Promise<ExitCode> {
  let text = ''
  const model = await compileEstate(options, context, (estate) => {
    const rendered = renderTemplate(estate, options.templateFormat)
    text = rendered.text
    return rendered.issues
  })
  if (!model) return exitCodes.misuse
  writeOutputs([{ file: templateFile(model.identity, options.templateFormat), text }], options, context)
  const counts = countsOf(model)
  context.output.field('counts', counts)
  context.output.result(`the template holds ${describeCounts(counts)}`)
  if (!options.dryRun) context.output.note(`next: ${commandFor('validate-prov-template', options, context)}`)
  return exitCodes.done
}
