/** No tier allows as many entries of one kind. */
const maxCandidates = 300

const firstOnes = new WeakMap<readonly string[], readonly string[]>()

/**
 * The names among which the one that was meant is looked for: a refused config of a megabyte may have ten thousand
 * entries, and as many names to compare them with.
 *
 * @returns The same list for the same names, since comparing prepares a list once.
 */
export function candidatesAmong(names: readonly string[]): readonly string[] {
  if (names.length <= maxCandidates) return names
  const candidates = firstOnes.get(names) ?? names.slice(0, maxCandidates)
  firstOnes.set(names, candidates)
  return candidates
}
