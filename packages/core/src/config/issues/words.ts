/** `1 character`, `2 characters`. */
export function counted(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`
}

/** `a`, `a or b`, `a, b or c`, each in quotes. */
export function alternatives(allowed: readonly string[]): string {
  const items = allowed.map((item) => `"${item}"`)
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`
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
