/** What rules of the bar let pass, each with its reason. A row that nothing needs any more fails a test. */
export interface Exceptions {
  readonly [name: string]: string
}

/** Actions that support a resource type, and yet stand with `*`. */
export const starExceptions: Exceptions = {}

/** Star-only actions of access level Write or Tagging that stand without a condition. */
export const unconditionalStarWrites: Exceptions = {}

/** ARNs that hold no prefix and whose statement has no estate condition. */
export const scopeExceptions: Exceptions = {}

/** Condition keys that the data does not list for an action, `key action`. */
export const conditionKeyExceptions: Exceptions = {}

export const used = new Set<string>()

/** True when the name is a row of the table; remembers that the row was needed. */
export function isExcepted(table: Exceptions, name: string): boolean {
  if (!Object.hasOwn(table, name)) return false
  used.add(name)
  return true
}
