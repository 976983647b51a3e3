import type { SourceText } from '@sec/common'
import { type CompiledConfig, type CompileOptions, compilePrecisely } from '@sec/core'

/** A file of its own, so that the reader that keeps places is loaded only when it is needed. */
export function compileTextPrecisely(source: SourceText, options: CompileOptions): CompiledConfig {
  return compilePrecisely(source, options)
}
