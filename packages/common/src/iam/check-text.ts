import type { Issue, IssuePath } from '../issue/issue.js'
import type { IssuePlace } from '../issue/issue-kinds.js'
import { nearest } from '../text/nearest.js'
import { quoted } from './describe-value.js'
import { statementIssue } from './statement-issues.js'

/** Where a text of a statement stands, what to call it, and which placeholders it may hold. */
export interface TextPlace {
  readonly path: IssuePath
  readonly anchor?: IssuePlace['anchor']
  /** The key of the statement that it belongs to, for messages. */
  readonly key: string
  readonly placeholders: readonly string[]
}

/** CloudFormation's pseudo parameters look like variables of IAM, which has none of them. */
const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'account_id',
  'AWS::Region': 'region',
  'AWS::Partition': 'partition',
}

/** Without the flag `u` it runs over thousands of texts in a fraction of the time; the half of a pair is enough to find one. */
const isOutsideIam = /[^\t\n\r\u0020-\u00ff]/
const outsideIam = /[^\t\n\r\u0020-\u00ff]/u

/**
 * Checks what holds for every text of a policy document: its placeholders and its characters.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html | Characters of a document}
 */
export function checkText(text: string, place: TextPlace): Issue[] {
  return [...checkPlaceholders(text, place), ...checkCharacters(text, place)]
}

function checkPlaceholders(text: string, place: TextPlace): Issue[] {
  if (!text.includes('${')) return []
  const issues: Issue[] = []
  for (const match of text.matchAll(/\$\{([^}]*)(\}?)/g)) {
    const [whole, name = '', end] = match
    if (end === '') issues.push(openIssue(whole, place))
    else if (!isKnown(name, place.placeholders)) issues.push(unknownIssue(name, place))
  }
  return issues
}

/** `${*}`, `${?}` and `${$}` are IAM's spellings of these characters; a colon tells a variable of IAM. */
function isKnown(name: string, placeholders: readonly string[]): boolean {
  if (name.includes('::')) return false
  return name.includes(':') || ['*', '?', '$'].includes(name) || placeholders.includes(name)
}

function unknownIssue(name: string, place: TextPlace): Issue {
  const meant = Object.hasOwn(pseudoParameters, name)
    ? pseudoParameters[name]
    : nearest(name, place.placeholders)
  const args = {
    found: quoted(`\${${name}}`),
    nearest: meant && `\${${meant}}`,
    known: place.placeholders.map((known) => `\${${known}}`),
  }
  return statementIssue('STATEMENT_PLACEHOLDER', place.path, args, anchorOf(place))
}

function openIssue(found: string, place: TextPlace): Issue {
  return statementIssue('STATEMENT_PLACEHOLDER_OPEN', place.path, { found: quoted(found) }, anchorOf(place))
}

function checkCharacters(text: string, place: TextPlace): Issue[] {
  if (!isOutsideIam.test(text)) return []
  const found = outsideIam.exec(text)?.[0]
  if (found === undefined) return []
  const character = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return [statementIssue('STATEMENT_CHARACTER', place.path, { key: place.key, character }, anchorOf(place))]
}

function anchorOf(place: TextPlace): IssuePlace {
  return place.anchor ? { anchor: place.anchor } : {}
}
