/** The caller's clock, and how it is waited by it. */
export interface Waiting {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted before. */
  readonly sleep: (delayMs: number, signal?: AbortSignal) => Promise<void>
  /** Ends every wait and every call. */
  readonly signal: AbortSignal
}
