type Tags = Readonly<Record<string, string>>

/** Tags that people set, and those of AWS: `aws:` is a prefix that nobody else may use. */
export function splitTags(all: Tags): { readonly tags: Tags; readonly awsTags: Tags } {
  const isOfAws = ([key]: [string, string]) => key.startsWith('aws:')
  const entries = Object.entries(all)
  return {
    tags: Object.fromEntries(entries.filter((entry) => !isOfAws(entry))),
    awsTags: Object.fromEntries(entries.filter(isOfAws)),
  }
}
