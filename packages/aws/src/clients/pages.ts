/** One page of a list, and the token of the next. */
export interface Page<Item> {
  readonly items: readonly Item[] | undefined
  /** Absent or empty after the last page. */
  readonly nextToken: string | undefined
}

/**
 * Reads every page, in order.
 *
 * @param isEnough - Told of all items so far; ends the reading when it answers true.
 */
export async function readPages<Item>(
  readPage: (nextToken: string | undefined) => Promise<Page<Item>>,
  isEnough: (items: readonly Item[]) => boolean = () => false,
): Promise<readonly Item[]> {
  const all: Item[] = []
  let token: string | undefined
  do {
    const { items = [], nextToken } = await readPage(token)
    all.push(...items)
    token = nextToken || undefined
  } while (token && !isEnough(all))
  return all
}

/** Lists of at most so many, in order. */
export function inBatches<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}
