import { nearest } from '@sec/common'
import type { Entries } from './template-view.js'

/** True when a map lacks a key because another, unknown one is its misspelling: one fault, not two. */
export function isMisspelled(entries: Entries, key: string, known: readonly string[]): boolean {
  return Object.keys(entries).some((one) => !known.includes(one) && nearest(one, known) === key)
}
