/** Stops an action that waits; its message is the signal's name, such as `SIGINT`. */
export class Interruption extends Error {}

/** As deep as errors are looked into. */
const depthLimit = 20

/**
 * The interruption that an error comes from, whatever it was wrapped in: the reason of the aborted signal, or the
 * `AbortError` that a call was ended with.
 *
 * @returns Undefined where something else went wrong, such as a clean-up after the interruption.
 */
export function interruptionIn(error: unknown, signal: AbortSignal): Interruption | undefined {
  if (error instanceof Interruption) return error
  const isStopped = signal.aborted && comesFrom(error, signal.reason, depthLimit)
  return isStopped ? new Interruption(String(signal.reason)) : undefined
}

function comesFrom(error: unknown, reason: unknown, depth: number): boolean {
  if (error === reason) return true
  if (!(error instanceof Error) || depth === 0) return false
  if (error.name === 'AbortError') return true
  const causes = [error.cause, ...(error instanceof AggregateError ? error.errors : [])]
  return causes.some((cause) => comesFrom(cause, reason, depth - 1))
}
