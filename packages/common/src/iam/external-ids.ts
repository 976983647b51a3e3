import { parseJson } from '../text/parse-json.js'
import { isMap } from './describe-value.js'

const key = 'sts:externalid'

/**
 * The external ids within documents, lists, maps and JSON texts, however deep: every value of `sts:ExternalId`, and
 * both values of a difference whose path ends in it. Two parties agree on one, and nobody else should know it.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html | The confused deputy problem}
 */
export function externalIdsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.toLowerCase().includes(key) ? externalIdsInJson(value) : []
  if (Array.isArray(value)) return value.flatMap(externalIdsIn)
  if (!isMap(value)) return []
  if (isDifference(value)) return [value.expected, value.actual].flatMap(textsIn)
  return Object.entries(value).flatMap(([name, item]) =>
    name.toLowerCase() === key ? textsIn(item) : externalIdsIn(item),
  )
}

function externalIdsInJson(text: string): readonly string[] {
  const value = parseJson(text)
  return typeof value === 'string' ? [] : externalIdsIn(value)
}

function isDifference(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value.path === 'string' && value.path.toLowerCase().includes(key)
}

/** Texts as they are, and those of a list; either may be written as JSON. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'string') return []
  const inner = parseJson(value)
  return inner === undefined || typeof inner === 'number' ? [value] : textsIn(inner)
}

const inText =
  /\b(?:external_id|sts:ExternalId)["']?[ \t]*:[ \t]*(?:\[\s*|\n[ \t]*-[ \t]+)?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}\]#"']+))/gi

/** The external ids that a config or a template has in its text, be it YAML or JSON, valid or not. */
export function externalIdsInText(text: string): readonly string[] {
  return [...text.matchAll(inText)].map(([, double, single, plain]) => double ?? single ?? plain ?? '')
}
