/** A tag as the APIs have it. */
export interface ApiTag {
  readonly Key: string | undefined
  readonly Value: string | undefined
}

export function toApiTags(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
}

export function fromApiTags(tags: readonly ApiTag[] | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']))
}
