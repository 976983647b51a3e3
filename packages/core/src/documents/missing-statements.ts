import type { NormalDocument } from '@sec/common/iam'

/**
 * Statements of one document that another lacks, as they are written there.
 *
 * @param by - What must be the same: `key` for all that is written, `accessKey` for the access that is given.
 */
export function missingStatements(
  here: NormalDocument,
  there: NormalDocument,
  by: 'key' | 'accessKey',
): readonly unknown[] {
  const keys = new Set(there.statements.map((statement) => statement[by]))
  return here.statements.filter((statement) => !keys.has(statement[by])).map(({ written }) => written)
}
