import type { IssuePath } from '@sec/common'
import type { Statement, WrittenStatement } from '@sec/common/iam'
import type { PolicyModel, StatementModel } from './model.js'
import type { Resolver } from './placeholders.js'

/** One document before the layout is chosen: of a level, of a part of one, or of an owner's own statements. */
export interface Document {
  readonly kind: PolicyModel['kind']
  readonly logicalId: string
  readonly policyName: string
  /** Its name where the layout is inline. */
  readonly inlineName: string
  readonly description: string
  readonly statements: readonly StatementModel[]
  readonly path: IssuePath
}

/** A statement with its placeholders filled in, and the part of the document that it goes into. */
export interface ResolvedStatement {
  readonly statement: Statement
  readonly reason?: string
  readonly part: number | undefined
}

/** @param normalized - A statement in one form, as `normalizeStatement` and the loader of templates make it. */
export function resolveStatement(normalized: WrittenStatement, resolver: Resolver): ResolvedStatement {
  const { reason, part } = normalized
  return {
    statement: resolver.statement(normalized),
    part,
    ...(reason !== undefined && { reason }),
  }
}

export function toStatementModel(
  { statement, reason }: ResolvedStatement,
  origin: StatementModel['origin'],
): StatementModel {
  return { statement, origin, ...(reason !== undefined && { reason }) }
}

export interface PartedStatement {
  readonly part: number | undefined
  readonly model: StatementModel
}

/** Parts in their order; statements without a part are one document. */
export function byPart(
  statements: readonly PartedStatement[],
): (readonly [number | undefined, readonly StatementModel[]])[] {
  const parts = [...new Set(statements.map(({ part }) => part))].sort(
    (one, other) => (one ?? 0) - (other ?? 0),
  )
  return parts.map((part) => [
    part,
    statements.filter((statement) => statement.part === part).map(({ model }) => model),
  ])
}

/** What descriptions say of a part; a document that is whole needs no word. */
export function partWords(part: number | undefined): string {
  return part === undefined ? '' : `, part ${part}`
}
