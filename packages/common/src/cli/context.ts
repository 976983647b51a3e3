import type { FileSystem } from './file-system.js'

/** Where text goes to. */
export interface TextSink {
  readonly write: (text: string) => void
  /** True when a person reads it directly. */
  readonly isTerminal: boolean
}

/** Everything of the world that the command line touches; a test replaces it. */
export interface CliContext {
  readonly stdout: TextSink
  readonly stderr: TextSink
  readonly now: () => Date
  /** The working directory, absolute. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly files: FileSystem
  /** Aborted when the process is asked to stop; its reason is the signal's name. */
  readonly signal: AbortSignal
}
