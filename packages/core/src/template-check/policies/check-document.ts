import type { Issue } from '@sec/common'
import { describeValue, isMap, quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { branchesOf, isLiteralText, itemsOf } from '../read/branches.js'
import { callOf } from '../read/call.js'
import { isMisspelled } from '../read/misspelled.js'
import type { Entries } from '../read/template-view.js'
import { checkStatement } from './check-statement.js'
import { at, below, type PolicyPlace } from './policy-place.js'

const documentKeys = ['Version', 'Id', 'Statement']

/**
 * Checks one policy document, written as a map or as JSON text.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html | IAM policy grammar}
 */
export function checkDocument(value: unknown, place: PolicyPlace): Issue[] {
  return branchesOf(value, place.path).flatMap((branch) => {
    const here = at(place, branch.path)
    const document = typeof branch.value === 'string' ? parseText(branch.value) : branch.value
    if (document === undefined) return [notADocument(branch.value, here)]
    // What is neither is reported as a property of the wrong type.
    return isMap(document) && !callOf(document) ? checkMap(document, here) : []
  })
}

/** A document as JSON text; undefined when it is none, null when nobody can tell. */
function parseText(text: string): unknown {
  if (!isLiteralText(text)) return null
  try {
    const value: unknown = JSON.parse(text)
    return isMap(value) ? value : undefined
  } catch {
    return undefined
  }
}

function notADocument(value: unknown, { path }: PolicyPlace): Issue {
  const args = { what: 'a policy document', found: describeValue(value), expected: 'a map, or JSON text' }
  return templateIssue('TEMPLATE_POLICY_SHAPE', path, args)
}

function checkMap(document: Entries, place: PolicyPlace): Issue[] {
  // A transform beside the keys may add others.
  const isWhole = !place.view.freedom.isOpen && !Object.keys(document).some((key) => key.startsWith('Fn::'))
  return [
    ...(isWhole ? unknownKeys(document, place) : []),
    ...checkVersion(document, place, isWhole),
    ...(isWhole && !('Statement' in document || isMisspelled(document, 'Statement', documentKeys))
      ? [missingStatement(place)]
      : []),
    ...checkStatements(document.Statement, below(place, 'Statement')),
  ]
}

function unknownKeys(document: Entries, { path, view }: PolicyPlace): Issue[] {
  return Object.keys(document)
    .filter((key) => !documentKeys.includes(key))
    .map((key) => {
      const args = {
        found: quoted(key),
        where: 'a policy document',
        nearest: view.nearest(key, documentKeys),
      }
      return templateIssue('TEMPLATE_POLICY_KEY', [...path, key], args, { anchor: 'key' })
    })
}

function missingStatement({ path }: PolicyPlace): Issue {
  const args = { where: 'the policy document', element: 'Statement' }
  return templateIssue('TEMPLATE_POLICY_MISSING', path, args, { anchor: 'key' })
}

function checkVersion(document: Entries, place: PolicyPlace, isWhole: boolean): Issue[] {
  if (!('Version' in document)) {
    if (!isWhole || isMisspelled(document, 'Version', documentKeys)) return []
    return [templateIssue('TEMPLATE_POLICY_VERSION_OLD', place.path, { found: 'nothing' }, { anchor: 'key' })]
  }
  return branchesOf(document.Version, [...place.path, 'Version']).flatMap(({ value, path }) => {
    if (callOf(value) || value === '2012-10-17' || (typeof value === 'string' && !isLiteralText(value)))
      return []
    const code = value === '2008-10-17' ? 'TEMPLATE_POLICY_VERSION_OLD' : 'TEMPLATE_POLICY_VERSION'
    return [templateIssue(code, path, { found: describeValue(value) })]
  })
}

function checkStatements(value: unknown, place: PolicyPlace): Issue[] {
  if (Array.isArray(value) && value.length === 0)
    return [templateIssue('TEMPLATE_POLICY_EMPTY', place.path, { what: 'Statement' })]
  const statements = itemsOf(value, place.path)
  return [
    ...statements.flatMap((statement) => {
      if (callOf(statement.value)) return []
      if (isMap(statement.value)) return checkStatement(statement.value, at(place, statement.path))
      const args = {
        what: 'a statement',
        found: describeValue(statement.value),
        expected: 'a map with Effect and Action',
      }
      return [templateIssue('TEMPLATE_POLICY_SHAPE', statement.path, args)]
    }),
    ...repeatedSids(value, place),
  ]
}

/** Statements in Fn::If may stand for each other. */
function repeatedSids(value: unknown, place: PolicyPlace): Issue[] {
  const seen = new Set<string>()
  return itemsOf(value, place.path).flatMap(({ value: statement, path, isConditional }) => {
    const sid: unknown = isMap(statement) ? statement.Sid : undefined
    if (!isLiteralText(sid) || sid === '' || isConditional) return []
    if (!seen.has(sid)) return seen.add(sid) && []
    return [templateIssue('TEMPLATE_POLICY_SID_TWICE', [...path, 'Sid'], { sid })]
  })
}
