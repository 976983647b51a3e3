import { pascalCase } from '@sec/common'
import type { PolicyTemplate } from './policy-template.js'

/** The numbers of a template's parts, rising; empty when the template is one document. */
export function partsOf(template: PolicyTemplate): number[] {
  const parts = template.statements.flatMap(({ part }) => (part === undefined ? [] : [part]))
  return [...new Set(parts)].sort((a, b) => a - b)
}

/** The ends of the names of its managed policies, after `{prefix}-policy-`. */
export function policyNamesOf(template: PolicyTemplate): string[] {
  return withParts(template, `${template.service}-${template.name}`, '-')
}

/** The logical ids of its managed policies. */
export function logicalIdsOf(template: PolicyTemplate): string[] {
  return withParts(template, `Policy${pascalCase(template.service)}${pascalCase(template.name)}`, '')
}

function withParts(template: PolicyTemplate, name: string, separator: string): string[] {
  const parts = partsOf(template)
  return parts.length === 0 ? [name] : parts.map((part) => `${name}${separator}${part}`)
}
