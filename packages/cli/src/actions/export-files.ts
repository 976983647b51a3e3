import { type ExitCode, exitCodes } from '@sec/common'
import type { ActionContext } from '@sec/common/cli'
import type { SecModel } from '@sec/core'
import type { SecOptions } from '../flags.js'
import { type CompileOptions, compileEstate } from '../input/compile-estate.js'
import { commandFor } from '../output/next-command.js'
import { writeOutputs } from '../output/write-outputs.js'

export type ExportOptions = CompileOptions & Pick<SecOptions, 'templateFormat' | 'out' | 'dryRun'>

/** One kind of export: what it makes of a model, and how it is spoken of. */
export interface ExportKind {
  readonly make: (model: SecModel) => readonly { readonly file: string; readonly value: unknown }[]
  /** How the count of files is said, such as `3 groups`. */
  readonly describe: (count: number) => string
  /** The action that comes next, where one does. */
  readonly next?: string
}

/** Writes one JSON file for each thing that the kind makes of the config. */
export async function exportFiles(
  kind: ExportKind,
  options: ExportOptions,
  context: ActionContext,
): Promise<ExitCode> {
  if (options.portable)
    context.output.note('--portable has no use here: exports name the account of the config')
  const model = await compileEstate({ ...options, portable: false }, context)
  if (!model) return exitCodes.misuse
  const files = kind
    .make(model)
    .map(({ file, value }) => ({ file, text: `${JSON.stringify(value, null, 2)}\n` }))
  writeOutputs(files, options, context)
  context.output.result(`${kind.describe(files.length)} of ${options.config}`)
  if (kind.next !== undefined && !options.dryRun)
    context.output.note(`next: ${commandFor(kind.next, options, context)}`)
  return exitCodes.done
}
