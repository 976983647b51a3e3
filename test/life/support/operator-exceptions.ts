import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keyOf, type Permission } from './operator-removals.js'

const page = fileURLToPath(new URL('../../../docs/operator-policy.md', import.meta.url))

/** Permissions whose absence no run notices, from the tables in docs/operator-policy.md; each row has its reason. */
export const exceptions: readonly Permission[] = readFileSync(page, 'utf8')
  .split('\n')
  .flatMap((line, index) => (line.startsWith('| `') ? readRow(line, index + 1) : []))

const exceptionKeys = new Set(exceptions.map(keyOf))

export const isException = (permission: Permission): boolean => exceptionKeys.has(keyOf(permission))

function readRow(row: string, line: number): readonly Permission[] {
  const [, actions = '', statements = '', why = ''] = row.split('|').map((cell) => cell.trim())
  if (why === '') throw new Error(`docs/operator-policy.md:${line}: no reason is given`)
  return quotedIn(statements).flatMap((sid) => quotedIn(actions).map((action) => ({ sid, action })))
}

function quotedIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted)
}
