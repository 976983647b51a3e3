import type { Issue, SourceText } from '@sec/common'
import { checkPolicyTemplates, type LocateTemplate } from './check-policy-templates.js'
import { parsePolicyTemplate } from './parse-policy-template.js'
import type { PolicyTemplate } from './policy-template.js'

/**
 * Reads further policy templates, to stand beside others.
 *
 * @param others - Templates that are there already, such as {@link builtinPolicyTemplates}.
 * @returns The others and those that could be read, and every fault of a file or between files.
 */
export function parsePolicyTemplates(
  sources: readonly SourceText[],
  others: readonly PolicyTemplate[] = [],
): { readonly templates: readonly PolicyTemplate[]; readonly issues: readonly Issue[] } {
  const parsed = sources.map(parsePolicyTemplate)
  const templates = [...others, ...parsed.flatMap(({ template }) => template ?? [])]
  const locate: LocateTemplate = (template, key) =>
    parsed.find((entry) => entry.template === template)?.locate([key], 'value') ?? startOf(template)
  return {
    templates,
    issues: [...parsed.flatMap(({ issues }) => issues), ...checkPolicyTemplates(templates, locate)],
  }
}

function startOf({ file }: PolicyTemplate) {
  return { file, line: 1, column: 1 }
}
