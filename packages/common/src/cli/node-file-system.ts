import {
  appendFileSync,
  closeSync,
  type Dirent,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type FileStatus, type FileSystem, type FolderEntry, systemCode } from './file-system.js'

/** The real file system. */
export const nodeFileSystem: FileSystem = {
  status: (path) => statusOf(statSync(path)),
  readStart,
  list: (folder) => readdirSync(folder, { withFileTypes: true }).map((entry) => entryOf(folder, entry)),
  realPath: (path) => realpathSync(path),
  makeFolder,
  create: (path, text) => writeFileSync(path, text, { flag: 'wx' }),
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  openAppend: (path) => {
    const file = openSync(path, 'a')
    return { append: (text) => appendFileSync(file, text), close: () => closeSync(file) }
  },
  uniqueSuffix: () => `${process.pid}-${Math.random().toString(36).slice(2, 8)}`,
}

/** Step by step: Node's own recursive mkdir never ends below a folder such as /proc, which refuses with ENOENT. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have been faster.
    if (systemCode(error) !== 'EEXIST' || !statSync(folder).isDirectory()) throw error
  }
}

function statusOf(stats: Stats | Dirent): FileStatus {
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
  return { kind, sizeBytes: 'size' in stats && kind === 'file' ? stats.size : 0 }
}

/** Follows a symbolic link; one that leads nowhere is `other`. */
function entryOf(folder: string, entry: Dirent): FolderEntry {
  if (!entry.isSymbolicLink()) return { name: entry.name, kind: statusOf(entry).kind }
  const target = statSync(join(folder, entry.name), { throwIfNoEntry: false })
  return { name: entry.name, kind: target ? statusOf(target).kind : 'other' }
}

function readStart(path: string, limitBytes: number): Uint8Array {
  const isPipe = statusOf(statSync(path)).kind === 'other'
  return isPipe ? interruptible(() => readPieces(path, limitBytes)) : readPieces(path, limitBytes)
}

/** Reads piece by piece, so that a pipe works and a device without end stops at the limit. */
function readPieces(path: string, limitBytes: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(limitBytes)
    let length = 0
    while (length < limitBytes) {
      const bytes = readSync(file, buffer, length, limitBytes - length, null)
      if (bytes === 0) break
      length += bytes
    }
    return buffer.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const

/** A pipe may keep us waiting for ever, and no handler runs meanwhile: signals have their usual effect here. */
function interruptible<Result>(work: () => Result): Result {
  const handlers = signals.map((signal) => ({ signal, listeners: process.rawListeners(signal) }))
  for (const { signal } of handlers) process.removeAllListeners(signal)
  try {
    return work()
  } finally {
    for (const { signal, listeners } of handlers)
      for (const listener of listeners) process.on(signal, listener as () => void)
  }
}
