/**
 * Does everything that the narrow pattern fits fit the wide one, too? Wildcards of IAM: `*` for any characters, `?`
 * for one. A text without wildcards is a pattern that fits itself.
 */
export function patternCovers(wide: string, narrow: string): boolean {
  if (wide === narrow || wide === '*') return true
  const escaped = wide.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  // One character never stands for the many that a `*` of the other pattern stands for.
  const source = escaped.replaceAll('*', '[^]*').replaceAll('?', '[^*]')
  return new RegExp(`^${source}$`).test(narrow)
}

/** The same for actions, whose case is of no consequence. */
export function actionCovers(wide: string, narrow: string): boolean {
  return patternCovers(wide.toLowerCase(), narrow.toLowerCase())
}
