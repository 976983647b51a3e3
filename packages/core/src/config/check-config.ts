import type { Issue } from '@sec/common'
import type { PolicyTemplate } from '@sec/policies'
import { isConfigShape } from '../generated/config-check.generated.js'
import type { LooseConfig } from './loose-config.js'
import type { ParsedConfig } from './parse/parse-with.js'
import { rules, rulesOfParts } from './rules/all-rules.js'
import { ruleContext } from './rules/rule-context.js'
import type { SecConfig } from './schema/sec-config.js'
import { explainConfig } from './shape/explain-config.js'
import { pruneFaults } from './shape/prune.js'
import { soundPart } from './sound-part.js'

export interface CheckOptions {
  /** The templates that assignments may name. */
  readonly templates: readonly PolicyTemplate[]
  /** A tier version; configs of other tiers are refused. */
  readonly tierPin?: string | undefined
}

export interface CheckedConfig {
  readonly issues: readonly Issue[]
  /**
   * The config without the entries that an error stands in, so that what is left can be measured in the same
   * run; the whole config when there is no error. Undefined when names could not be built from it.
   */
  readonly config: SecConfig | undefined
}

/** Applies the schema and every rule to a parsed config: all faults at once, one cause once. */
export function checkConfig(parsed: ParsedConfig, options: CheckOptions): CheckedConfig {
  const { value } = parsed
  if (value === undefined) return { issues: parsed.issues, config: undefined }
  const explained = isConfigShape(value) ? [] : explainConfig(value)
  const isPartial = parsed.isPartial || explained.some(isMisspeltExtends)
  const faults = isPartial ? explained.filter(({ code }) => code !== 'MISSING_KEY') : explained
  const loose = pruneFaults(value, faults) as LooseConfig
  const context = ruleContext(value, loose, faults, {
    templates: options.templates,
    tierPin: options.tierPin,
  })
  const applied = isPartial ? rulesOfParts : rules
  const issues = [...parsed.issues, ...faults, ...applied.flatMap((rule) => rule(context))]
  return { issues, config: isPartial ? undefined : soundPart(loose, context, issues) }
}

function isMisspeltExtends({ code, path, args }: Issue): boolean {
  return code === 'UNKNOWN_KEY' && path.length === 1 && args.meant === 'extends'
}
