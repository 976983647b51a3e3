/** Longer texts are cut in messages. */
const shownCharacters = 60

/** A text in quotes, on one line and cut where it is long: for messages. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > shownCharacters ? `${text.slice(0, shownCharacters)}...` : text)
}

/** What a value is, for a message that says what was found: `a list`, `nothing`, `the number 5`. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'a map'
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quoted(value)}`
  return typeof value === 'number' ? `the number ${value}` : String(value)
}

/** True for a map: an object that is no list. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
