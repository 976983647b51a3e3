import type { Issue, IssuePath } from '@sec/common'
import { quoted } from '@sec/common/iam'
import { configIssue } from '../issues/config-issues.js'
import type { JsonSchema } from './json-schema.js'
import { expectedBy } from './words.js'

export function explainText(schema: JsonSchema, text: string, path: IssuePath): Issue[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema
  // Characters are code points, as the compiled check and AWS count them.
  const characters = [...text].length
  if (characters < minLength) return [configIssue('TEXT_EMPTY', path, { expected: expectedBy(schema) })]
  if (characters > maxLength) return [configIssue('TEXT_TOO_LONG', path, { characters, limit: maxLength })]
  if (pattern === undefined || new RegExp(pattern, 'u').test(text)) return []
  return [configIssue('MALFORMED', path, { found: quoted(text), expected: expectedBy(schema) })]
}

export function explainNumber(schema: JsonSchema, found: number, path: IssuePath): Issue[] {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema
  if (found >= minimum && found <= maximum) return []
  return [configIssue('OUT_OF_RANGE', path, { found, minimum, maximum })]
}
