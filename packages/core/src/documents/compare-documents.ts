import { type AnyDocument, normalizeDocument } from '@sec/common/iam'
import { missingStatements } from './missing-statements.js'

/** How two policy documents differ, by what they say and not by how it is written. */
export interface DocumentDifference {
  /** Statements of the new document that the old one lacks, as they are written there. */
  readonly added: readonly unknown[]
  /** Statements of the old document that the new one lacks, as they are written there. */
  readonly removed: readonly unknown[]
  /** Set where the versions differ: variables of IAM mean something in the newer one alone. */
  readonly version?: { readonly before: string; readonly after: string }
}

/** Compares two documents statement by statement; one that is missing or no JSON object has none. */
export function compareDocuments(before: AnyDocument, after: AnyDocument): DocumentDifference {
  const [old, fresh] = [normalizeDocument(before), normalizeDocument(after)]
  const isOther = old.version !== fresh.version && old.version !== '' && fresh.version !== ''
  return {
    added: missingStatements(fresh, old, 'key'),
    removed: missingStatements(old, fresh, 'key'),
    ...(isOther && { version: { before: old.version, after: fresh.version } }),
  }
}

/** True when IAM takes both documents for the same. */
export function sameDocument(before: AnyDocument, after: AnyDocument): boolean {
  return normalizeDocument(before).key === normalizeDocument(after).key
}
