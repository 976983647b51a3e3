import { relative, resolve } from 'node:path'
import { byteLength } from '@sec/common'
import { type ActionContext, type OutputFile, withThousands, writeFiles } from '@sec/common/cli'
import type { SecOptions } from '../flags.js'

/** A file under the output folder. */
export interface RelativeFile {
  /** Relative to `--out`, with `/` on every system. */
  readonly file: string
  readonly text: string
}

/** Writes the files, or with `--dry-run` says what would be written; either way with names and sizes. */
export function writeOutputs(
  outputs: readonly RelativeFile[],
  options: Pick<SecOptions, 'out' | 'dryRun'>,
  context: ActionContext,
): void {
  const folder = resolve(context.cwd, options.out ?? '.')
  const files = outputs.map(({ file, text }) => ({ path: resolve(folder, file), text }))
  if (options.dryRun) planFiles(files, context)
  else writeFiles(context.files, files)
  for (const { path, text } of files) {
    if (!options.dryRun) context.output.file(path)
    context.output.result(`${options.dryRun ? 'would write' : 'wrote'} ${describeFile(path, text, context)}`)
  }
}

function planFiles(files: readonly OutputFile[], { output }: ActionContext): void {
  output.field(
    'plan',
    files.map(({ path, text }) => ({ kind: 'write-file', file: path, bytes: byteLength(text) })),
  )
}

function describeFile(path: string, text: string, context: ActionContext): string {
  return `${shownPath(path, context)} (${withThousands(byteLength(text))} bytes)`
}

/** A path as people read it: relative while it lies in the working directory. */
export function shownPath(path: string, { cwd }: Pick<ActionContext, 'cwd'>): string {
  const short = relative(cwd, path)
  return short === '' || short.startsWith('..') ? path : short
}
