/** How the SDK sorts failures; it repeats the first two. */
export type FailureKind = 'THROTTLING' | 'TRANSIENT' | 'SERVER_ERROR' | 'CLIENT_ERROR'

/** The parts of an error that tell what happened. */
export interface ErrorFacts {
  readonly name?: string
  readonly message?: string
  readonly code?: string
  readonly $metadata?: { readonly httpStatusCode?: number }
}

/** Full quotas: the SDK takes the first for throttling, and would wait for nothing. */
const fullQuotas = /^LimitExceeded(Exception)?$/

/** Two writers at once, or one right after the other: the services ask to try again later. */
const crowded =
  /^(TooManyUpdates|ConcurrentModification|EntityTemporarilyUnmodifiable|OperationAborted)(Exception)?$/

/** Answers that ended in their middle, which the SDK takes for faults of its own. */
const cutAnswers = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'UND_ERR_SOCKET', 'ECONNABORTED'])

/**
 * Corrects how the SDK sorts a failure. Everything that the service asks to repeat is repeated, and so is every
 * connection that was cut before or after the server acted: all our calls may be sent twice.
 */
export function failureKind(error: ErrorFacts | undefined, sdkKind: FailureKind): FailureKind {
  const { name = '', message = '', code = '', $metadata } = error ?? {}
  // Not implemented: the next answer is the same.
  if ($metadata?.httpStatusCode === 501) return 'CLIENT_ERROR'
  if (fullQuotas.test(name)) return message.startsWith('Rate exceeded') ? 'THROTTLING' : 'CLIENT_ERROR'
  if (crowded.test(name)) return 'THROTTLING'
  if (cutAnswers.has(code)) return 'TRANSIENT'
  return sdkKind
}
