/** How many values a tree holds when every alias is written out; stops counting above the limit. */
export function countValues(root: unknown, limit: number): number {
  const known = new Map<object, number>()
  const count = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 1
    const before = known.get(value)
    if (before !== undefined) return before
    let sum = 1
    for (const item of Object.values(value)) sum = Math.min(sum + count(item), limit + 1)
    known.set(value, sum)
    return sum
  }
  return count(root)
}
