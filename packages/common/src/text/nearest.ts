import { distance } from 'fastest-levenshtein'

/**
 * The known name that a person most likely meant: the same but for case, hyphens and underscores; else one with
 * a few letters wrong or two swapped; else one that has all of its words (`assignments` for `policy_assignments`).
 *
 * @returns The nearest name, or undefined when none is near: more than a quarter of the longer word differs. Of
 *   several that are equally near the first.
 */
export function nearest(found: string, known: readonly string[]): string | undefined {
  const word = plain(found)
  if (word === '') return undefined
  return bySpelling(word, spelledNames(known)) ?? byWords(found, known)
}

/** `; did you mean "x"?` for messages, or nothing. */
export function didYouMean(meant: string | undefined): string {
  return meant === undefined ? '' : `; did you mean "${meant}"?`
}

/** The same for the name that is {@link nearest}. */
export function suggestion(found: string, known: readonly string[]): string {
  return didYouMean(nearest(found, known))
}

/** A known name as it is compared. */
interface SpelledName {
  readonly name: string
  readonly other: string
  readonly letters: number
  readonly words: readonly string[]
}

// Thousands of unknown names may be compared with one list.
const spelled = new WeakMap<readonly string[], readonly SpelledName[]>()

function spelledNames(known: readonly string[]): readonly SpelledName[] {
  const kept = spelled.get(known)
  if (kept?.length === known.length) return kept
  const names = known.map((name) => {
    const other = plain(name)
    return { name, other, letters: lettersOf(other), words: wordsOf(name) }
  })
  spelled.set(known, names)
  return names
}

/** Which letters a word has, as bits; letters may share one. */
function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

/** The fewest typos between two words: each of them takes away at most one letter that the other word lacks. */
function fewestTypos(one: number, other: number): number {
  return Math.max(bitsOf(one & ~other), bitsOf(other & ~one))
}

function bitsOf(number: number): number {
  let bits = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) bits += 1
  return bits
}

function bySpelling(word: string, known: readonly SpelledName[]): string | undefined {
  const letters = lettersOf(word)
  let best: { readonly name: string; readonly typos: number } | undefined
  for (const { name, other, letters: otherLetters } of known) {
    const most = typosAllowed(Math.max(word.length, other.length))
    if (Math.abs(word.length - other.length) > most) continue
    if (fewestTypos(letters, otherLetters) > Math.min(most, (best?.typos ?? most + 1) - 1)) continue
    const typos = typosBetween(word, other)
    if (typos <= most && typos < (best?.typos ?? Number.POSITIVE_INFINITY)) best = { name, typos }
  }
  return best?.name
}

/** One letter of a short word is much: `s3` is not near `ecr`. */
function typosAllowed(characters: number): number {
  return characters < 5 ? 1 : Math.max(2, Math.floor(characters / 4))
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '')
}

function typosBetween(one: string, other: string): number {
  return isSwapped(one, other) ? 1 : distance(one, other)
}

/** True when two neighbouring letters have changed places, and nothing else. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let first = 0
  while (first < one.length && one[first] === other[first]) first += 1
  const swapped = `${one.slice(0, first)}${one[first + 1] ?? ''}${one[first] ?? ''}${one.slice(first + 2)}`
  return swapped === other
}

/** Words shorter than this stand in too many names. */
const wordCharacters = 3

function byWords(found: string, known: readonly string[]): string | undefined {
  const words = wordsOf(found)
  const alike = spelledNames(known)
    .filter((name) => hasAll(name.words, words) || hasAll(words, name.words))
    .map(({ name }) => name)
  const gap = (name: string) => Math.abs(name.length - found.length)
  return alike.sort((one, other) => gap(one) - gap(other))[0] ?? byBeginning(found.toLowerCase(), known)
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

function hasAll(all: readonly string[], some: readonly string[]): boolean {
  return some.join('').length >= wordCharacters && some.every((word) => all.includes(word))
}

/** `sage` for `sagemaker` where nothing else begins so; `production` for `prod`. */
function byBeginning(found: string, known: readonly string[]): string | undefined {
  const [begun, another] = known.filter((name) => name.toLowerCase().startsWith(found))
  if (found.length >= wordCharacters && begun !== undefined && another === undefined) return begun
  const names = known.filter((name) => name.length >= wordCharacters && found.startsWith(name.toLowerCase()))
  return names.sort((one, other) => other.length - one.length)[0]
}
