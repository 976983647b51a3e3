import { dirname, isAbsolute, join, normalize, resolve } from 'node:path'
import { type ActionContext, readText, reasonOfReadFault } from '@sec/common/cli'
import { configLimitBytes, type LoadBase } from '@sec/core'
import type { Sources } from './sources.js'

/**
 * Reads the configs that others extend; their paths are relative to the config that names them.
 *
 * A file reached by two paths keeps the name of the first, so that a circle through symbolic links is one.
 */
export function createBaseLoader(
  context: Pick<ActionContext, 'cwd' | 'files'>,
  configFile: string,
  sources: Sources,
): LoadBase {
  const names = new Map<string, string>()
  const nameOf = (file: string): string => {
    const realPath = realPathOf(context, file)
    const known = names.get(realPath) ?? file
    names.set(realPath, known)
    return known
  }
  nameOf(normalize(configFile))
  return (reference, fromFile) => {
    const file = isAbsolute(reference) ? normalize(reference) : join(dirname(fromFile), reference)
    const { source, fault } = readText(
      context.files,
      resolve(context.cwd, file),
      nameOf(file),
      configLimitBytes,
    )
    if (fault) return { reason: reasonOfReadFault(fault) }
    sources.add(source)
    return { source }
  }
}

function realPathOf({ cwd, files }: Pick<ActionContext, 'cwd' | 'files'>, file: string): string {
  const path = resolve(cwd, file)
  try {
    return files.realPath(path)
  } catch {
    return path
  }
}
