import type { Waiting } from '../waiting.js'

const texts = (error: unknown): string[] => {
  if (typeof error !== 'object' || error === null) return []
  const { name, code, message, cause } = error as Record<'name' | 'code' | 'message' | 'cause', unknown>
  return [name, code, message].filter((text) => typeof text === 'string').concat(texts(cause))
}

/** True when the name, the code or the message of an error, or of one of its causes, fits the pattern. */
export function saysSo(error: unknown, pattern: RegExp): boolean {
  return texts(error).some((text) => pattern.test(text))
}

const passing =
  /InvalidChangeSetStatus|OperationInProgress|InternalFailure|InternalError|Internal Failure|ServiceUnavailable|Throttling|Rate exceeded|TimeoutError|ECONNRESET|_IN_PROGRESS|_PENDING/

/** True for a refusal that AWS takes back when it is asked again a little later. */
export function isPassingRefusal(error: unknown): boolean {
  return saysSo(error, passing)
}

/** The answer, or `instead` where there is none. Only an aborted signal is passed on. */
export async function orInstead<T>(answer: Promise<T>, instead: T, waiting: Waiting): Promise<T> {
  try {
    return await answer
  } catch {
    waiting.signal.throwIfAborted()
    return instead
  }
}
