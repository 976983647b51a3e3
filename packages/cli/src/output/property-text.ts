import { type ShownProperty, statementWords } from '@sec/core'

const longestValue = 200

/** One changed value: where, old and new; a list by its items, a document by its statements. */
export function propertyLines(property: ShownProperty): string[] {
  const { attribute, path, before, after, statements } = property
  const at = [...(attribute === 'Properties' ? [] : [attribute]), ...path].join('.')
  const possible = property.isPossible ? ' (possibly)' : ''
  const cause = property.causedBy === undefined ? '' : `, because of ${property.causedBy}`
  const head = `${at}${possible}${cause}`
  if (statements) return documentLines(head, statements)
  if (before === undefined && after === undefined) return [head]
  const items = listLines(before, after)
  return items ? [head, ...items] : [`${head}: ${valueWords(before)} -> ${valueWords(after)}`]
}

function documentLines(
  head: string,
  { added, removed, version }: NonNullable<ShownProperty['statements']>,
): string[] {
  return [
    `${head}${version ? `: version ${version.before} -> ${version.after}` : ''}`,
    ...removed.map((statement) => `  - ${statementWords(statement, added)}`),
    ...added.map((statement) => `  + ${statementWords(statement, removed)}`),
  ]
}

/** Of two lists of texts only what differs is worth a line. */
function listLines(before: unknown, after: unknown): string[] | undefined {
  if (!isTexts(before) || !isTexts(after)) return undefined
  const lines = [
    ...before.filter((item) => !after.includes(item)).map((item) => `  - ${item}`),
    ...after.filter((item) => !before.includes(item)).map((item) => `  + ${item}`),
  ]
  return lines.length > 0 ? lines : ['  another order']
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function valueWords(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
}
