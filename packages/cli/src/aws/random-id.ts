import { randomInt } from 'node:crypto'

/** Six random letters and digits: two runs of one second must not meet. */
export function randomId(): string {
  return Array.from({ length: 6 }, () => randomInt(36).toString(36)).join('')
}
