import { redact } from './redact.js'

/**
 * A copy of an error, and of its causes, that logs may print: of the same class, without secrets in its texts and
 * without the request and the answer, which the SDK lets nobody take off the error itself. Services repeat parts
 * of a request when they refuse its signature.
 */
export function cleanError(error: unknown, secrets: readonly string[], depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? redact(error, secrets) : error
  if (depth > 5) return undefined
  const copy = new Error(redact(error.message, secrets))
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error))
  const fields = error as unknown as Readonly<Record<string, unknown>>
  for (const name of Object.getOwnPropertyNames(error)) {
    const value =
      name === 'cause' ? cleanError(fields[name], secrets, depth + 1) : plainPart(fields[name], secrets)
    if (value !== undefined)
      Object.defineProperty(copy, name, { ...kept, enumerable: isShown(error, name), value })
  }
  if (fields.$metadata) Object.defineProperty(copy, '$metadata', { ...kept, value: fields.$metadata })
  return copy
}

const kept = { configurable: true, writable: true, enumerable: true }

function isShown(error: Error, name: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(error, name)
}

/** Texts, numbers and truth values; anything larger may hold the request. */
function plainPart(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redact(value, secrets)
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}
