import type { WrittenStatement } from './statement.js'

/** The keys of a statement as people write it, in the order in which they are written. */
export const statementKeys = [
  'Sid',
  'reason',
  'suppress',
  'part',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const satisfies readonly (keyof WrittenStatement)[]

export type StatementKey = (typeof statementKeys)[number]
