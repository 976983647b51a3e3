import type { SourceText } from '@sec/common'
import { parseConfig } from '../config/parse/parse-config.js'
import type { CompiledConfig, CompileOptions } from './compile-options.js'
import { compilePrecisely, describerFor } from './compile-precisely.js'
import { compileQuickly } from './compile-quickly.js'

/**
 * From a config's text to the estate that it means: parses, checks, builds, and counts quotas.
 *
 * First the quick way; where it has no answer, the precise one, which says why.
 */
export function compileConfig(source: SourceText, options: CompileOptions): CompiledConfig {
  const model = compileQuickly(source, options)
  if (model === undefined) return compilePrecisely(source, options)
  return {
    issues: [],
    model,
    describe: (issue) => describerFor(parseConfig(source, options.loadBase))(issue),
  }
}
