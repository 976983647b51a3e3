import type { Issue } from '../issue/issue.js'
import { checkText, type TextPlace } from './check-text.js'
import { describeValue, quoted } from './describe-value.js'
import { statementIssue } from './statement-issues.js'

/** Service, colon, name with wildcards. Names hold hyphens in one service only (`vpc-lattice`). */
const actionForm = /^(\*|\*:\*|[A-Za-z0-9-]+:[A-Za-z0-9*?-]+)$/

/** Checks the value of Action or NotAction: a text or a list of texts, each an action. */
export function checkActions(value: unknown, place: TextPlace): Issue[] {
  return checkTexts(value, place, (text, at) =>
    actionForm.test(text) ? [] : [statementIssue('STATEMENT_ACTION_FORM', at.path, { found: quoted(text) })],
  )
}

/**
 * Checks the value of Resource or NotResource: a text or a list of texts, each `*` or an ARN. A placeholder
 * whose name ends in `_arn` stands for a whole ARN; none of the eight usual ones does.
 */
export function checkResources(value: unknown, place: TextPlace): Issue[] {
  return checkTexts(value, place, (text, at) =>
    isResource(text) ? [] : [statementIssue('STATEMENT_RESOURCE_FORM', at.path, { found: quoted(text) })],
  )
}

function isResource(text: string): boolean {
  if (text === '*' || /^\$\{[^}:]*_arn\}/.test(text)) return true
  const colons = text.replace(/\$\{[^}]*\}/g, '').split(':').length - 1
  return text.startsWith('arn:') && colons >= 5
}

type TextCheck = (text: string, place: TextPlace) => Issue[]

function checkTexts(value: unknown, place: TextPlace, check: TextCheck): Issue[] {
  if (!Array.isArray(value)) return checkOne(value, place, check)
  if (value.length === 0) return [statementIssue('STATEMENT_EMPTY', place.path, { key: place.key })]
  return value.flatMap((item, index) => checkOne(item, { ...place, path: [...place.path, index] }, check))
}

/** A text with a bad placeholder is not judged by its form as well: that would be one cause twice. */
function checkOne(value: unknown, place: TextPlace, check: TextCheck): Issue[] {
  if (typeof value !== 'string') return [notText(value, place)]
  const issues = checkText(value, place)
  return issues.length > 0 ? issues : check(value, place)
}

function notText(value: unknown, place: TextPlace): Issue {
  return statementIssue('STATEMENT_NOT_TEXT', place.path, { key: place.key, found: describeValue(value) })
}
