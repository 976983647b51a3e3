/** The names that are in none of the other lists, in their order. */
export function without(
  names: readonly string[],
  ...others: readonly (readonly string[])[]
): readonly string[] {
  const known = new Set(others.flat())
  return names.filter((name) => !known.has(name))
}
