/**
 * Names in one line, the first few of them where they are many: `a, b, c and 2 more`.
 *
 * @param most - How many are named at the most.
 */
export function someOf(names: readonly string[], most = 3): string {
  const more = names.length - most
  const shown = names.slice(0, most).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}
