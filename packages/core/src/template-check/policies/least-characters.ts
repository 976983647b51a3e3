import { documentCharacters } from '@sec/common/iam'
import { type Call, callOf, isNoValue } from '../read/call.js'
import { subLiteral } from '../read/sub-text.js'

/**
 * The least size that a policy document can have as IAM counts it: exact when everything is literal; of functions
 * only the literal parts are counted, of Fn::If the smaller branch.
 */
export function leastCharacters(value: unknown): number {
  if (value === null || value === undefined || isNoValue(value)) return 0
  if (typeof value === 'string') return value.includes('{{resolve:') ? 2 : documentCharacters(value)
  if (typeof value !== 'object') return String(value).length
  if (Array.isArray(value)) return 1 + Math.max(1, sum(value.map(leastCharacters)))
  const call = callOf(value)
  return call ? callCharacters(call) : mapCharacters(value as Readonly<Record<string, unknown>>)
}

/** Brackets and commas: one more than the items, and what is left out leaves no comma. */
function sum(characters: readonly number[]): number {
  return characters.reduce((total, one) => total + (one > 0 ? one + 1 : 0), 0)
}

function mapCharacters(map: Readonly<Record<string, unknown>>): number {
  const entries = Object.entries(map).filter(([key]) => !key.startsWith('Fn::'))
  const sizes = entries.map(([key, value]) => {
    const characters = leastCharacters(value)
    return characters > 0 ? documentCharacters(key) + 1 + characters : 0
  })
  return 1 + Math.max(1, sum(sizes))
}

function callCharacters({ name, argument }: Call): number {
  const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument]
  switch (name) {
    case 'Fn::Sub':
      return typeof list[0] === 'string' ? documentCharacters(subLiteral(list[0])) : 2
    case 'Fn::Join':
      return joinCharacters(list)
    case 'Fn::If':
      return list.length === 3 ? Math.min(...list.slice(1).map(leastCharacters)) : 0
    case 'Fn::Transform':
      return 0
    default:
      return 2
  }
}

/** Quotes once, the parts, and the delimiter between them. */
function joinCharacters([delimiter, parts]: readonly unknown[]): number {
  if (!Array.isArray(parts)) return 2
  const between = typeof delimiter === 'string' ? documentCharacters(delimiter) - 2 : 0
  const inside = parts.map((part) => Math.max(0, leastCharacters(part) - 2))
  const total = inside.reduce((left, right) => left + right, 0)
  return 2 + total + between * Math.max(0, parts.length - 1)
}

/** A policy document as JSON text counts as what it says. */
export function leastDocumentCharacters(document: unknown): number {
  return typeof document === 'string'
    ? Math.max(0, document.replace(/[ \t\n\r]/g, '').length)
    : leastCharacters(document)
}
