import { isMap, stableText } from '@sec/common/iam'
import type { Template } from '../generate/template.js'

/**
 * Whether CloudFormation sees no difference between two templates. The order of keys is of no consequence, nor
 * whether they were YAML or JSON; the order of lists is one, and so is a function written in another way.
 */
export function sameTemplate(a: Template, b: Template): boolean {
  return stableText(withoutEmptyParts(a)) === stableText(withoutEmptyParts(b))
}

/** Sections and properties that are empty say the same as none. */
function withoutEmptyParts(template: Template): unknown {
  const resources = Object.entries(template.Resources).map(([id, resource]) => [id, withoutEmpty(resource)])
  return { ...withoutEmpty(template), Resources: Object.fromEntries(resources) }
}

function withoutEmpty(map: unknown): Readonly<Record<string, unknown>> {
  const entries = Object.entries(isMap(map) ? map : {})
  return Object.fromEntries(entries.filter(([, value]) => value !== '' && !isEmptyMap(value)))
}

function isEmptyMap(value: unknown): boolean {
  return isMap(value) && Object.keys(value).length === 0
}
