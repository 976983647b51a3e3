import { isConfigShape } from '../generated/config-check.generated.js'
import type { CheckOptions } from './check-config.js'
import type { LooseConfig } from './loose-config.js'
import { rules } from './rules/all-rules.js'
import { ruleContext } from './rules/rule-context.js'
import type { SecConfig } from './schema/sec-config.js'

/**
 * Applies the schema and every rule, and says only whether all of them are silent; what explains faults is not
 * loaded with it.
 *
 * @returns The config when there is nothing to say about it.
 */
export function checkQuickly(
  value: Readonly<Record<string, unknown>>,
  options: CheckOptions,
): SecConfig | undefined {
  if (!isConfigShape(value)) return undefined
  const { templates, tierPin } = options
  const context = ruleContext(value, value as LooseConfig, [], { templates, tierPin })
  return rules.every((rule) => rule(context).length === 0) ? (value as unknown as SecConfig) : undefined
}
