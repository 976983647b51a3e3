import type { FileSystem } from './file-system.js'

/** Where text goes to. */
export interface TextSink {
  readonly write: (text: string) => void
  /** True when a person reads it directly. */
  readonly isTerminal: boolean
  /** How many characters a line of the terminal holds. */
  readonly columns?: () => number
}

/** A question, and how its answer is judged. */
export type Question =
  | { readonly kind: 'yes-no'; readonly text: string }
  /** The answer must be this text, letter by letter. */
  | { readonly kind: 'typed'; readonly text: string; readonly expected: string }

/** True when the person agreed. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<boolean>

/** Everything of the world that the command line touches; a test replaces it. */
export interface CliContext {
  readonly stdout: TextSink
  readonly stderr: TextSink
  readonly now: () => Date
  /** The working directory, absolute. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly files: FileSystem
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted before. */
  readonly sleep: (delayMs: number, signal?: AbortSignal) => Promise<void>
  /** Asks the person at the terminal; absent where there is none to ask. */
  readonly ask?: Ask
  /** Aborted when the process is asked to stop; its reason is the signal's name. */
  readonly signal: AbortSignal
}
