import pLimit from 'p-limit'

/** Few enough for IAM, which slows down those who ask faster. */
const callsAtOnce = 8

/**
 * Does the work for every item, eight at a time, and gives the results in the order of the items.
 * After the first failure nothing new is started; it is thrown when what had begun is over.
 */
export async function mapAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const limit = pLimit(callsAtOnce)
  const failures: unknown[] = []
  const results = await Promise.all(
    items.map((item) =>
      limit(async () => {
        if (failures.length > 0) return []
        return work(item).then(
          (result) => [result],
          (error: unknown) => {
            failures.push(error)
            return []
          },
        )
      }),
    ),
  )
  if (failures.length > 0) throw failures[0]
  return results.flat() as Result[]
}
