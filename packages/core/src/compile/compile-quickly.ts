import type { SourceText } from '@sec/common'
import { checkQuickly } from '../config/check-quickly.js'
import { parseQuickly } from '../config/parse/parse-quickly.js'
import { buildModel } from '../model/build-model.js'
import type { SecModel } from '../model/model.js'
import { checkQuotas } from '../quotas/check-quotas.js'
import type { CompileOptions } from './compile-options.js'

/**
 * From a config's text to its estate, for the everyday case in which nothing at all is to be said.
 *
 * It needs no places, and so not the reader that keeps them, which takes most of the time. All rules and quotas
 * are applied.
 *
 * @returns Undefined where there is anything to say, even an info: then {@link compilePrecisely} says it.
 */
export function compileQuickly(source: SourceText, options: CompileOptions): SecModel | undefined {
  const value = parseQuickly(source, options.loadBase)?.value
  const config = value && checkQuickly(value, options)
  if (config === undefined) return undefined
  const model = buildModel(config, options.templates, options)
  return checkQuotas(model).length > 0 ? undefined : model
}
