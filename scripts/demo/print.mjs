/** So many lines of a long output are shown at its beginning, and at its end. */
const shownFirst = 12
const shownLast = 5

/** So much of a line, when outputs are shortened. */
const shownColumns = 150

export function print(line = '') {
  console.log(line)
}

/** The heading of a step, and what it is about. */
export function printHeading(title, words) {
  print(`\n== ${title}`)
  for (const line of words) print(line)
  print()
}

/**
 * What a program said, set in.
 *
 * @param from - What stands before the first line that fits was shown a command earlier.
 */
export function printOutput(output, { isWhole, from = /^/ }) {
  const lines = output.trimEnd().split('\n')
  for (const line of isWhole ? lines : shortened(lines, from)) print(`  ${line}`)
}

function shortened(lines, from) {
  const skipped = Math.max(
    lines.findIndex((line) => from.test(line)),
    0,
  )
  const rest = lines.slice(skipped).map(cropped)
  const left = rest.length - shownFirst - shownLast
  return [
    ...(skipped > 0 ? [`... ${skipped} lines as above ...`] : []),
    ...(left < 3
      ? rest
      : [...rest.slice(0, shownFirst), `... ${left} more lines ...`, ...rest.slice(-shownLast)]),
  ]
}

const cropped = (line) => (line.length > shownColumns ? `${line.slice(0, shownColumns - 4)} ...` : line)
