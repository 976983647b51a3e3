import type { AnyDocument, NormalDocument, NormalStatement } from '@sec/common/iam'
import { changeEffect } from './change-effect.js'
import type { DriftEffect, StatementChange } from './drift-finding.js'
import { readDocument } from './read-document.js'

/** How two documents differ; `unreadable` where one of them is no policy document. */
export type DocumentChange = (StatementChange & { readonly effect: DriftEffect }) | 'same' | 'unreadable'

/** Compares whole statements; how they are written, and in which order, is of no consequence. */
export function documentChange(expected: AnyDocument, found: AnyDocument): DocumentChange {
  const [before, after] = [readDocument(expected), readDocument(found)]
  if (before === undefined || after === undefined) return 'unreadable'
  const access = changeBy('accessKey', before, after)
  if (isChange(access)) return accessChange(access, before, after)
  const words = changeBy('key', before, after)
  return isChange(words) ? { ...words, effect: 'cosmetic' } : 'same'
}

/** In another version of the language the same words mean something else: `${...}` is a variable in the newer one. */
function accessChange(
  change: StatementChange,
  before: NormalDocument,
  after: NormalDocument,
): StatementChange & { readonly effect: DriftEffect } {
  const hasVariable = JSON.stringify([change.gained, change.lost]).includes('${')
  if (before.version === after.version || !hasVariable)
    return { ...change, effect: changeEffect(writtenIn(before), writtenIn(after)) }
  return { ...change, language: { expected: before.version, found: after.version }, effect: 'other' }
}

/** What a document that nobody has asked for means, or one that is gone. */
export function wholeDocumentChange(document: AnyDocument, side: 'gained' | 'lost'): DocumentChange {
  const read = readDocument(document)
  if (read === undefined) return 'unreadable'
  const statements = writtenIn(read)
  return side === 'gained'
    ? { gained: statements, lost: [], effect: changeEffect([], statements) }
    : { gained: [], lost: statements, effect: changeEffect(statements, []) }
}

function changeBy(key: 'key' | 'accessKey', before: NormalDocument, after: NormalDocument): StatementChange {
  return { gained: without(after, before, key), lost: without(before, after, key) }
}

function without(
  document: NormalDocument,
  other: NormalDocument,
  key: 'key' | 'accessKey',
): readonly unknown[] {
  const keys = new Set(other.statements.map((statement: NormalStatement) => statement[key]))
  return document.statements.filter((statement) => !keys.has(statement[key])).map(({ written }) => written)
}

function writtenIn({ statements }: NormalDocument): readonly unknown[] {
  return statements.map(({ written }) => written)
}

function isChange({ gained, lost }: StatementChange): boolean {
  return gained.length + lost.length > 0
}
