/** What names have in common at both ends, in whole words, and `*` for the rest. */
export function commonPattern(names: readonly string[]): string {
  const start = wholeWords(commonStart(names))
  const rests = names.map((name) => reversed(name.slice(start.length)))
  return `${start}*${reversed(wholeWords(commonStart(rests)))}`
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1
  return first.slice(0, length)
}

/** Up to the last hyphen or slash. */
function wholeWords(text: string): string {
  return text.slice(0, Math.max(text.lastIndexOf('-'), text.lastIndexOf('/')) + 1)
}

/** Names of AWS have no letters that take two code units. */
function reversed(text: string): string {
  return [...text].reverse().join('')
}
