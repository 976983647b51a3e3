import type { SourceText } from '@sec/common'
import { checkConfig } from '../config/check-config.js'
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
  const parsed = parseQuickly(source, options.loadBase)
  const checked = parsed && checkConfig(parsed, options)
  if (checked?.config === undefined || checked.issues.length > 0) return undefined
  const model = buildModel(checked.config, options.templates, options)
  return checkQuotas(model).length > 0 ? undefined : model
}
