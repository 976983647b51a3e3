import type { Issue, IssuePath } from '../issue/issue.js'
import { checkStatement, isPart, type StatementOptions } from './check-statement.js'
import { describeValue, isMap } from './describe-value.js'
import { statementIssue } from './statement-issues.js'

export interface StatementsOptions extends StatementOptions {
  /** An empty list is a fault. */
  readonly requireStatement?: boolean
}

/**
 * Checks a list of statements of an identity policy: each one, and what only the list shows (a Sid that stands
 * twice, parts).
 *
 * @returns Every fault, in the order of the statements, those of the whole list last. Never throws.
 */
export function checkStatements(value: unknown, path: IssuePath, options: StatementsOptions): Issue[] {
  if (!Array.isArray(value))
    return [statementIssue('STATEMENTS_NOT_A_LIST', path, { found: describeValue(value) })]
  if (value.length === 0)
    return options.requireStatement ? [statementIssue('STATEMENTS_EMPTY', path, {})] : []
  return [
    ...value.flatMap((statement, index) => checkStatement(statement, [...path, index], options)),
    ...checkSids(value, path),
    ...checkParts(value, path),
  ]
}

function checkSids(statements: readonly unknown[], path: IssuePath): Issue[] {
  const firstBySid = new Map<string, number>()
  return statements.flatMap((statement, index) => {
    const sid = isMap(statement) ? statement.Sid : undefined
    if (typeof sid !== 'string') return []
    const first = firstBySid.get(sid)
    if (first === undefined) {
      firstBySid.set(sid, index)
      return []
    }
    return [statementIssue('STATEMENT_SID_TWICE', [...path, index, 'Sid'], { sid, first: first + 1 })]
  })
}

/** Parts that are no numbers are reported with their statement; the others are then not judged together. */
function checkParts(statements: readonly unknown[], path: IssuePath): Issue[] {
  const parts = statements.map((statement) => (isMap(statement) ? statement.part : undefined))
  const written = parts.filter((part) => part !== undefined)
  if (written.length === 0 || !written.every(isPart)) return []
  const lacking = statements.findIndex((statement, index) => isMap(statement) && parts[index] === undefined)
  if (lacking >= 0)
    return [statementIssue('STATEMENT_PART_MISSING', [...path, lacking], {}, { anchor: 'key' })]
  return checkGap(parts, new Set(written), path)
}

function checkGap(parts: readonly unknown[], present: ReadonlySet<number>, path: IssuePath): Issue[] {
  let missing = 1
  while (present.has(missing)) missing += 1
  const index = parts.findIndex((part) => isPart(part) && part > missing)
  const found = parts[index]
  if (!isPart(found)) return []
  return [statementIssue('STATEMENT_PART_GAP', [...path, index, 'part'], { found, missing })]
}
