import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRoot } from './in-root.mjs'

/** The digest of some files of the checkout, and of texts that matter as well. */
export function digestOf(files, texts = []) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0')
  for (const text of texts) hash.update(`${text}\0`)
  return hash.digest('hex')
}

/** Whether work was done before, for the same digest. */
export function isStamped(stampFile, digest) {
  try {
    return readFileSync(inRoot(stampFile), 'utf8') === digest
  } catch {
    return false
  }
}

/** Remembers that work was done for a digest. */
export function stamp(stampFile, digest) {
  mkdirSync(dirname(inRoot(stampFile)), { recursive: true })
  writeFileSync(inRoot(stampFile), digest)
}
