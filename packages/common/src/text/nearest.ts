import { closest, distance } from 'fastest-levenshtein'

/**
 * The known name that a person most likely meant.
 *
 * @returns The nearest name, or undefined when none is near: more than a third of the longer word differs.
 */
export function nearest(found: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const best = closest(found.toLowerCase(), known as string[])
  const limit = Math.max(2, Math.floor(Math.max(found.length, best.length) / 3))
  return distance(found.toLowerCase(), best.toLowerCase()) <= limit ? best : undefined
}

/** `, did you mean "x"?` for messages, or nothing. */
export function suggestion(found: string, known: readonly string[]): string {
  const best = nearest(found, known)
  return best === undefined ? '' : `; did you mean "${best}"?`
}
