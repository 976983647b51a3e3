import type { PolicyDocument, Statement } from '@sec/common/iam'
import type { StatementModel } from '../model/model.js'

const keyOrder = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const satisfies readonly (keyof Statement)[]

/**
 * The policy document of some statements, in their order.
 *
 * @returns Statements with their keys in the order in which IAM's documentation writes them, and nothing of
 *   what only people read (reason, origin).
 */
export function toPolicyDocument(statements: readonly StatementModel[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements.map(({ statement }) => inKeyOrder(statement)) }
}

function inKeyOrder(statement: Statement): Statement {
  const ordered: Record<string, unknown> = {}
  for (const key of keyOrder) if (statement[key] !== undefined) ordered[key] = statement[key]
  return ordered as unknown as Statement
}
