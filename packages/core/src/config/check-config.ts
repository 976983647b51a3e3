import { hasErrors, type Issue } from '@sec/common'
import type { PolicyTemplate } from '@sec/policies'
import { isConfigShape } from '../generated/config-check.generated.js'
import { entryKinds } from '../names/tier.js'
import type { LooseConfig } from './loose-config.js'
import type { ParsedConfig } from './parse/parse-config.js'
import { rules } from './rules/all-rules.js'
import { ruleContext } from './rules/rule-context.js'
import type { SecConfig } from './schema/sec-config.js'
import { explainShape } from './shape/explain-shape.js'
import { configSchema } from './shape/json-schema.js'
import { pruneFaults } from './shape/prune.js'

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
  const faults = isConfigShape(value) ? [] : explainShape(configSchema(), value, [])
  const loose = pruneFaults(value, faults) as LooseConfig
  const context = ruleContext(value, loose, faults, {
    templates: options.templates,
    tierPin: options.tierPin,
  })
  const issues = [...parsed.issues, ...faults, ...rules.flatMap((rule) => rule(context))]
  return { issues, config: soundPart(loose, issues) }
}

const identitySections = ['tier', 'client', 'environment', 'deployment']

/** Leaves out the entries with errors; nothing remains when an error stands in what names are built from. */
function soundPart(loose: LooseConfig, issues: readonly Issue[]): SecConfig | undefined {
  const errors = issues.filter((issue) => issue.severity === 'error')
  if (!hasErrors(errors)) return loose as unknown as SecConfig
  const paths = errors.map((error) =>
    error.code === 'MISSING_KEY' ? [...error.path, String(error.args.key)] : error.path,
  )
  if (paths.some((path) => path.length === 0 || identitySections.includes(String(path[0])))) return undefined
  if (paths.some((path) => path[0] === 'security' && path.length < 3)) return undefined
  const bad = new Set(paths.map((path) => `${path[1]}/${path[2]}`))
  const kinds = entryKinds.map((kind) => [kind, withoutBad(loose.security?.[kind], kind, bad)])
  return { ...loose, security: { ...loose.security, ...Object.fromEntries(kinds) } } as unknown as SecConfig
}

function withoutBad(entries: object | undefined, kind: string, bad: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(entries ?? {}).filter(([name]) => !bad.has(`${kind}/${name}`)))
}
