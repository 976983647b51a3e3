/** `a`, `a or b`, `a, b or c`, each in quotes. */
export function alternatives(allowed: readonly string[]): string {
  const items = allowed.map((item) => `"${item}"`)
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** `a group`, `an assumable role`. */
export function withArticle(words: string): string {
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`
}

const kindWords: Readonly<Record<string, string>> = {
  iam_groups: 'group',
  service_roles: 'service role',
  assumable_roles: 'assumable role',
  cross_account_roles: 'cross-account role',
}

/** `iam_groups` -> `group`. */
export function kindWord(kind: string): string {
  return kindWords[kind] ?? kind
}
