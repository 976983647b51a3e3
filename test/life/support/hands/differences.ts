/** What a list lost and gained; an item that changed is among those that come. */
export function differences<Item>(
  was: readonly Item[],
  is: readonly Item[],
): { readonly gone: readonly Item[]; readonly come: readonly Item[] } {
  const texts = (items: readonly Item[]) => new Set(items.map((item) => JSON.stringify(item)))
  const [before, after] = [texts(was), texts(is)]
  return {
    gone: was.filter((item) => !after.has(JSON.stringify(item))),
    come: is.filter((item) => !before.has(JSON.stringify(item))),
  }
}
