import type { SourceText } from '../yaml/source-text.js'
import { type FileSystem, systemCode } from './file-system.js'
import type { ReadFault } from './read-fault.js'
import { describeSystemError } from './system-reasons.js'

/** A text, or why there is none. */
export type ReadText =
  | { readonly source: SourceText; readonly fault?: undefined }
  | { readonly fault: ReadFault; readonly source?: undefined }

/**
 * Reads a UTF-8 file; a byte order mark is dropped.
 *
 * @param path - Absolute.
 * @param file - The name by which issues speak of it.
 * @param limitBytes - A larger file is refused unread.
 * @returns Never throws: a file that is missing, a folder, unreadable, too large or no UTF-8 is a fault.
 */
export function readText(files: FileSystem, path: string, file: string, limitBytes: number): ReadText {
  try {
    const { kind, sizeBytes } = files.status(path)
    if (kind === 'folder') return { fault: { kind: 'folder' } }
    const bytes = sizeBytes > limitBytes ? undefined : files.readStart(path, limitBytes + 1)
    if (bytes === undefined || bytes.length > limitBytes) return { fault: { kind: 'too-large', limitBytes } }
    return decode(bytes, file)
  } catch (error) {
    return { fault: faultOf(error) }
  }
}

function faultOf(error: unknown): ReadFault {
  if (systemCode(error) === 'ENOENT') return { kind: 'missing' }
  return { kind: 'unreadable', reason: describeSystemError(error).reason }
}

function decode(bytes: Uint8Array, file: string): ReadText {
  try {
    return { source: { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) } }
  } catch {
    return { fault: notUtf8(bytes) }
  }
}

function notUtf8(bytes: Uint8Array): ReadFault {
  const start = bytes.subarray(0, firstInvalidOffset(bytes))
  // A stream keeps a character that is not complete to itself: what it gives ends before the fault.
  const valid = new TextDecoder('utf-8', { ignoreBOM: true }).decode(start, { stream: true })
  const found = bytes[new TextEncoder().encode(valid).length] ?? 0
  const byte = `0x${found.toString(16).toUpperCase().padStart(2, '0')}`
  const lines = valid.split('\n')
  return { kind: 'not-utf8', byte, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** Halves the text until the longest valid start is found. */
function firstInvalidOffset(bytes: Uint8Array): number {
  let valid = 0
  let invalid = bytes.length
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (isValidStart(bytes.subarray(0, middle))) valid = middle
    else invalid = middle
  }
  return valid
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
