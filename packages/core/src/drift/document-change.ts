import type { AnyDocument, NormalDocument } from '@sec/common/iam'
import { missingStatements } from '../documents/missing-statements.js'
import { readDocument } from '../documents/read-document.js'
import { changeEffect } from './change-effect.js'
import type { DriftEffect, DriftNotChecked, DriftSubject, StatementChange } from './drift-finding.js'

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
  return { gained: missingStatements(after, before, key), lost: missingStatements(before, after, key) }
}

function writtenIn({ statements }: NormalDocument): readonly unknown[] {
  return statements.map(({ written }) => written)
}

function isChange({ gained, lost }: StatementChange): boolean {
  return gained.length + lost.length > 0
}

/** What stands where a document should, and is none. */
export function unreadable(subject: DriftSubject, part: string): DriftNotChecked {
  return { kind: 'not-checked', subject, part, reason: 'it is no policy document' }
}
