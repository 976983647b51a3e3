import { builtinTemplateTexts } from './generated/builtin.generated.js'
import type { PolicyTemplate } from './policy-template.js'

let templates: readonly PolicyTemplate[] | undefined

/** The templates that ship, sorted by service and name. They are parsed at the first call, and once. */
export function builtinPolicyTemplates(): readonly PolicyTemplate[] {
  templates ??= builtinTemplateTexts.map((text) => JSON.parse(text) as PolicyTemplate)
  return templates
}
