import { basename, dirname, join } from 'node:path'
import { ProvisionerError } from '../error/provisioner-error.js'
import { fileIssueKinds } from './file-issues.js'
import type { FileSystem } from './file-system.js'
import { describeSystemError } from './system-reasons.js'

/** A file to be written, at an absolute path. */
export interface OutputFile {
  readonly path: string
  readonly text: string
}

/**
 * Writes all of the files or none: each goes into a temporary file of its folder first, and takes its name
 * only when all of them are complete.
 *
 * @throws ProvisionerError `FILE_NOT_WRITTEN`, of kind `file`, when one cannot be written.
 */
export function writeFiles(files: FileSystem, outputs: readonly OutputFile[]): void {
  const temporary: string[] = []
  try {
    const moves = outputs.map((output) => writeTemporary(files, output, temporary))
    for (const { from, to } of moves) attempt(to, () => files.rename(from, to))
  } catch (error) {
    for (const path of temporary) removeQuietly(files, path)
    throw error
  }
}

interface Move {
  readonly from: string
  readonly to: string
}

function writeTemporary(files: FileSystem, { path, text }: OutputFile, temporary: string[]): Move {
  const from = join(dirname(path), `.${basename(path)}.${files.uniqueSuffix()}.tmp`)
  attempt(path, () => {
    files.makeFolder(dirname(path))
    refuseFolder(files, path)
    temporary.push(from)
    files.create(from, text)
  })
  return { from, to: path }
}

/** Found before anything takes its final name: a folder in the way would stop half of the renames. */
function refuseFolder(files: FileSystem, path: string): void {
  if (isFolder(files, path)) throw Object.assign(new Error(path), { code: 'EISDIR' })
}

function isFolder(files: FileSystem, path: string): boolean {
  try {
    return files.status(path).kind === 'folder'
  } catch {
    return false
  }
}

function attempt(file: string, work: () => void): void {
  try {
    work()
  } catch (cause) {
    const { reason, advice } = describeSystemError(cause)
    const kind = fileIssueKinds.FILE_NOT_WRITTEN
    const args = { file, reason, advice }
    throw new ProvisionerError('file', 'FILE_NOT_WRITTEN', kind.message(args), {
      hint: kind.hint(args),
      cause,
    })
  }
}

function removeQuietly(files: FileSystem, path: string): void {
  try {
    files.remove(path)
  } catch {
    // The fault that brought us here is the one to report.
  }
}
