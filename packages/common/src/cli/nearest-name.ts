import { nearest } from '../text/nearest.js'

/** The name that was most likely meant: the only one that begins so, or the one nearest in spelling; '' for none. */
export function nearestName(found: string, names: readonly string[]): string {
  const word = found.toLowerCase()
  const beginning = word.length < 3 ? [] : names.filter((name) => name.startsWith(word))
  return (beginning.length === 1 ? beginning[0] : nearest(word, names)) ?? ''
}
