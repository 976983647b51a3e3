/** What stands at a path. */
export interface FileStatus {
  readonly kind: 'file' | 'folder' | 'other'
  /** Bytes; 0 for what is neither file nor folder, such as a pipe. */
  readonly sizeBytes: number
}

export interface FolderEntry {
  readonly name: string
  readonly kind: FileStatus['kind']
}

/** An open file that only grows. */
export interface AppendFile {
  readonly append: (text: string) => void
  readonly close: () => void
}

/**
 * The file system as the command line needs it: absolute paths, UTF-8, synchronous. Every function throws the
 * system's error, with its `code`. A test replaces it.
 */
export interface FileSystem {
  readonly status: (path: string) => FileStatus
  /** The file's first bytes, at most `limitBytes`. */
  readonly readStart: (path: string, limitBytes: number) => Uint8Array
  readonly list: (folder: string) => readonly FolderEntry[]
  /** The path without symbolic links. */
  readonly realPath: (path: string) => string
  /** Makes a folder and those above it. */
  readonly makeFolder: (folder: string) => void
  /** Makes a new file; an existing one is an error. */
  readonly create: (path: string, text: string) => void
  readonly rename: (from: string, to: string) => void
  readonly remove: (path: string) => void
  readonly openAppend: (path: string) => AppendFile
  /** A name that no other process takes for its temporary file. */
  readonly uniqueSuffix: () => string
}

/** The operating system's code of an error, such as `ENOSPC`; `unknown` where it has none. */
export function systemCode(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : 'unknown'
}
