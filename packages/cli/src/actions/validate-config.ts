import { type ExitCode, exitCodes } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import type { SecOptions } from '../flags.js'
import { type CompileOptions, compileEstate } from '../input/compile-estate.js'
import { countsOf, describeCounts } from '../output/count-words.js'
import { commandFor } from '../output/next-command.js'
import { renderTemplate } from '../output/template-text.js'

export type ValidateConfigOptions = CompileOptions & Pick<SecOptions, 'templateFormat' | 'out'>

/** Checks a config by every rule, the size of the finished template included; writes nothing but the log. */
export async function validateConfig(
  options: ValidateConfigOptions,
  context: ActionContext,
): Promise<ExitCode> {
  const model = await compileEstate(
    options,
    context,
    (estate) => renderTemplate(estate, options.templateFormat).issues,
  )
  if (!model) return exitCodes.misuse
  const counts = countsOf(model)
  context.output.field('counts', counts)
  context.output.result(`${options.config} is valid: ${describeCounts(counts)}`)
  context.output.note(`next: ${commandFor('create-prov-template', options, context)}`)
  return exitCodes.done
}
