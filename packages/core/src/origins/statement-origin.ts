import type { IssuePath } from '@sec/common'
import type { Statement } from '@sec/common/iam'
import type { StatementModel } from '../model/model.js'

/** Where statements come from. */
export interface StatementsOrigin {
  readonly path?: IssuePath
  /** The policy template that they stand in. */
  readonly templateFile?: string
}

/**
 * Where the statement stands that a reason speaks of. When it names none: the list of those that the config writes, or
 * the policy template that all of them come from.
 */
export function statementsOrigin(statements: readonly StatementModel[], reason: string): StatementsOrigin {
  const named = statementIn(statements, reason)
  if (named) return toOrigin(named)
  const written = statements.find(isWritten)
  if (written) return { path: written.origin.path.slice(0, -1) }
  return statements[0]?.origin.kind === 'template' ? toOrigin(statements[0]) : {}
}

function toOrigin({ origin }: StatementModel): StatementsOrigin {
  return { path: origin.path, ...(origin.kind === 'template' && { templateFile: origin.file }) }
}

/** In full in the config, and not made of what an entry may assume or pass. */
function isWritten({ origin }: StatementModel): boolean {
  return origin.kind === 'config' && origin.path.at(-2) === 'statements'
}

/** By its `Sid`, or by an action, resource or principal of it. */
function statementIn(statements: readonly StatementModel[], reason: string): StatementModel | undefined {
  const hasSid = ({ statement }: StatementModel) =>
    statement.Sid !== undefined && isNamed(statement.Sid, reason)
  const hasText = ({ statement }: StatementModel) => textsOf(statement).some((text) => isNamed(text, reason))
  return statements.find(hasSid) ?? statements.find(hasText)
}

function textsOf({ Action, NotAction, Resource, NotResource, Principal }: Statement): readonly string[] {
  const principals = typeof Principal === 'object' ? Object.values(Principal) : []
  return [Action, NotAction, Resource, NotResource, ...principals]
    .flat()
    .filter((text) => text !== undefined && text !== '*') as readonly string[]
}

/** As a whole: one name may begin with another. */
export function isNamed(text: string, reason: string): boolean {
  const partOfName = /[\w:/*-]/
  for (let start = reason.indexOf(text); start >= 0; start = reason.indexOf(text, start + 1))
    if (!partOfName.test(reason.charAt(start - 1)) && !partOfName.test(reason.charAt(start + text.length)))
      return true
  return false
}

/** IAM's words for a document that it refuses, and for one that is too long. */
export function isAboutDocument(reason: string): boolean {
  return /malformed|syntax error|policy ?document|policy ?size|statement|\bsid\b|arn format|legacy parsing|vendor|prohibited field|condition|partition/i.test(
    reason,
  )
}
