/** Something that AWS says when a resource fails, and what to do about it. */
export interface KnownReason {
  readonly pattern: RegExp
  readonly hint: string | ((match: RegExpExecArray) => string)
}

/**
 * The hint of the first known reason that fits.
 *
 * @returns Empty where none fits.
 */
export function hintAmong(known: readonly KnownReason[], reason: string): string {
  for (const { pattern, hint } of known) {
    const match = pattern.exec(reason)
    if (match) return typeof hint === 'string' ? hint : hint(match)
  }
  return ''
}
